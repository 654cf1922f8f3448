using Centrala.Core.Routing;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>The agents whom the reader may see, page by page, with what routing knows about them.</summary>
static class ListAgents
{
    public const int PageMax = 200;

    /// <param name="Next">Ask with it as <c>after</c> for the following page; null on the last.</param>
    public sealed record Response(IReadOnlyList<AgentView> Agents, Guid? Next);

    /// <param name="Settings">The same shape in which it is saved.</param>
    public sealed record AgentView(Guid Id, string Name, SaveAgent.Request Settings);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/agents", Handle).WithName("listAgents").WithSummary("Agents with their settings, page by page")
        .Requires(Permission.OwnAccount);

    /// <param name="after">The <c>next</c> of the page before. Pages are in order of ids, so nobody who joins meanwhile moves them.</param>
    static async Task<Ok<Response>> Handle(Guid? after, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("""
            select a.id, p.name, a.version from agent a join person p on p.id = a.id
            where a.removed_at is null and (@after::uuid is null or a.id > @after)
            order by a.id limit @PageMax + 1
            """, new { after, PageMax });
        var page = rows.Take(PageMax).ToDictionary(row => row.Id);
        var agents = (await AgentProfiles.Of(work, [.. page.Keys])).Select(settings => new AgentView(
            settings.Id, page[settings.Id].Name, Request(page[settings.Id].Version, settings)));
        return TypedResults.Ok(new Response([.. agents], rows.Count > PageMax ? rows[PageMax - 1].Id : null));
    }

    /// <returns>Everybody whom the actor may see, in order of ids.</returns>
    internal static async Task<IReadOnlyList<AgentView>> Read(Database.Work work)
    {
        var rows = (await work.Query<Row>("""
            select a.id, p.name, a.version from agent a join person p on p.id = a.id
            where a.removed_at is null and p.deactivated_at is null
            """)).ToDictionary(row => row.Id);
        return [.. (await AgentProfiles.Of(work, [.. rows.Keys])).Select(settings => new AgentView(
            settings.Id, rows[settings.Id].Name, Request(rows[settings.Id].Version, settings)))];
    }

    static SaveAgent.Request Request(int version, AgentSettings agent) => new(
        version, agent.Team, agent.Vendor, agent.Trust,
        [.. agent.Skills.Select(skill => new SaveAgent.SkillView(skill.Skill, skill.Level))], agent.Partners, agent.Queues,
        [.. agent.Capacities.Select(capacity => new SaveAgent.ChannelView(capacity.Channel, capacity.Cost, capacity.AtOnce))],
        agent.Weight, agent.TakesFromLongestQueue);

    sealed record Row(Guid Id, string Name, int Version);
}
