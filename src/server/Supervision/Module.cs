namespace Centrala.Server.Supervision;

/// <summary>What leads say to their people, and what they are told of without looking.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddHostedService<Alerts>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Supervision");
        SendAnnouncement.Map(api);
        ListAnnouncements.Map(api);
        ListUnread.Map(api);
        AcknowledgeAnnouncement.Map(api);
        ListAlerts.Map(api);
        AlertRules.Map(api);
    }
}
