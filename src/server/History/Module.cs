namespace Centrala.Server.History;

/// <summary>Every contact that ever was: found by its words, and told event by event.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ContactRecords>().AddHostedService<HistoryKeeper>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("History");
        SearchHistory.Map(api);
        ShowContactHistory.Map(api);
        ListEarlierContacts.Map(api);
    }
}
