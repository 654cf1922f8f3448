using Centrala.Server.Desk;

namespace Centrala.Server.FollowUps;

/// <summary>Tasks for later, which come back as routed work.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IContactContent, FollowUpContent>().AddHostedService<DueFollowUps>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("FollowUps");
        foreach (var map in (Action<IEndpointRouteBuilder>[])[AddFollowUp.Map, ListFollowUps.Map, ShowFollowUp.Map, CancelFollowUp.Map])
            map(api);
    }
}
