using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centrala.Server.Access;

/// <summary>Who somebody is and what they may do.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => InstallationKey.Of(provider.GetRequiredService<Settings>().DataFolder));
        services.AddSingleton<Passwords>().AddSingleton<SecondFactor>();
        services.AddSingleton<Sessions>().AddSingleton<ApiTokens>();
        services.AddHostedService<Housekeeping>();
        services.TryAddSingleton(RateLimits.Default);
        services.AddRateLimiter();
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<RateLimits>((options, limits) => limits.Apply(options));
    }

    public void UseMiddleware(IApplicationBuilder app)
    {
        app.UseMiddleware<CrossSiteGuard>();
        app.UseRateLimiter();
        app.UseMiddleware<Authentication>();
        app.UseMiddleware<Idempotency>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Access");
        foreach (var map in UseCases) map(api);
    }

    static readonly Action<IEndpointRouteBuilder>[] UseCases =
    [
        SignIn.Map, ShowSession.Map, SignOut.Map, ListSessions.Map, EndSession.Map,
        ShowLink.Map, UseLink.Map, ChangePassword.Map, ResetPassword.Map,
        BeginSecondFactor.Map, ConfirmSecondFactor.Map, RemoveSecondFactor.Map, ResetSecondFactor.Map,
        InvitePerson.Map, ListPeople.Map, ChangePerson.Map, DeactivatePerson.Map, ReactivatePerson.Map,
        CreateToken.Map, ListTokens.Map, RevokeToken.Map, RestoreToken.Map, ReadAudit.Map, ListAuditActions.Map,
    ];
}
