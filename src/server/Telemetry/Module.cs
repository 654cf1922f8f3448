namespace Centrala.Server.Telemetry;

/// <summary>What the program measures of itself, for Prometheus to fetch and, when configured, sent on by OTLP.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MetricStore>();
        services.AddHostedService<OtlpExport>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // Made now, so that it counts from the first request and not from the first look.
        routes.ServiceProvider.GetRequiredService<MetricStore>();
        ShowMetrics.Map(routes);
    }
}
