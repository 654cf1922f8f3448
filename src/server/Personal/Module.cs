namespace Centrala.Server.Personal;

/// <summary>What a person has set for himself.</summary>
sealed class Module : IModule
{
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Personal");
        ShowPersonalSettings.Map(api);
        SavePersonalSettings.Map(api);
    }
}
