using Centrala.Server.Workforce.Planning;

namespace Centrala.Server.Workforce;

/// <summary>How many people, when: the planner's page. The commands for it need no running centre.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ForecastTurns>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Workforce");
        MakeForecast.Map(api);
        ListForecasts.Map(api);
        CompareForecast.Map(api);
        ShowToday.Map(api);
        StaffTogether.Map(api);
        ShowNeed.Map(api);
        ShowEffect.Map(api);
    }
}
