namespace Centrala.Server.Organisation;

/// <summary>Partners, queues, skills, teams, agents and opening hours: what the router is configured from.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Edit.Source>();
        services.AddSingleton<AgentsFollowPeople>().AddHostedService(provider => provider.GetRequiredService<AgentsFollowPeople>());
        services.AddSingleton<OpeningHours>().AddHostedService(provider => provider.GetRequiredService<OpeningHours>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Organisation");
        ShowOrganisation.Map(api);
        ListQueues.Map(api);
        ListAgents.Map(api);
        SavePartner.Map(api);
        SaveSkill.Map(api);
        SaveVendor.Map(api);
        SaveTeam.Map(api);
        SaveAwayKind.Map(api);
        SaveClocks.Map(api);
        SaveOpeningCalendar.Map(api);
        SaveQueue.Map(api);
        SaveAgent.Map(api);
        RemoveEntry.Map(api);
        RestoreEntry.Map(api);
        CheckQueue.Map(api);
        SaveSkillLevels.Map(api);
        ListHolidays.Map(api);
        DeclareEmergency.Map(api);
        EndEmergency.Map(api);
        ListEmergencies.Map(api);
        ShowLogo.Map(api);
        SaveLogo.Map(api);
        RemoveLogo.Map(api);
    }
}
