namespace Centrala.Server.Organisation;

/// <summary>Partners, queues, skills, teams, agents and opening hours: what the router is configured from.</summary>
sealed class Module : IModule
{
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Organisation");
        ShowOrganisation.Map(api);
        ListQueues.Map(api);
    }
}
