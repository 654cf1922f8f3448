namespace Centrala.Server.Portability;

/// <summary>What was set up as one text: to be kept, compared, and put into another centre.</summary>
sealed class Module : IModule
{
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Portability");
        ExportSettings.Map(api);
        ImportSettings.Map(api);
    }
}
