using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Centrala.Server.Host;

/// <summary>The web server's own routes: health, and the pages and programs of the browser.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy);
        services.AddSingleton<WebFiles>();
        services.AddHostedService<CountMalformed>();
    }

    public void UseMiddleware(IApplicationBuilder app) => BrowserPrograms.Use(app);

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        Health.Map(routes);
        ShowProblem.Map(routes);
    }
}
