namespace Centrala.Server.Replay;

/// <summary>The past lived through again: why something was decided, how the floor stood, whether it would be so again.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<DriftCheck>().AddHostedService(provider => provider.GetRequiredService<DriftCheck>())
            .AddSingleton<FloorTrend>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Replay");
        ShowExplanation.Map(api);
        ShowPastFloor.Map(api);
        ShowFloorTrend.Map(api);
    }
}
