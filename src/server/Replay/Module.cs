namespace Centrala.Server.Replay;

/// <summary>The past lived through again: why something was decided, how the floor stood, whether it would be so again.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<DriftCheck>().AddHostedService(provider => provider.GetRequiredService<DriftCheck>());

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        ShowExplanation.Map(routes.MapGroup("/api").WithTags("Replay"));
}
