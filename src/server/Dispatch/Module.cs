namespace Centrala.Server.Dispatch;

/// <summary>The durable shell around the router: what comes in, the writer, the journal, and what is made known.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Cell>()
            .AddHostedService<Reachability>()
            .AddHostedService<EffectRunner>()
            .AddHostedService<CellHost>()
            .AddHealthChecks().AddCheck<CellHealth>("cell");
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Dispatch");
        foreach (var map in (Action<IEndpointRouteBuilder>[])[ListSetAside.Map, ReturnSetAside.Map, DropSetAside.Map]) map(api);
    }
}
