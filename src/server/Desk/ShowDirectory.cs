using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>To whom and with what words a desk works: queues, colleagues, dispositions, reasons for being away.</summary>
static class ShowDirectory
{
    public sealed record Response(
        IReadOnlyList<QueueView> Queues, IReadOnlyList<AgentView> Agents, IReadOnlyList<DispositionView> Dispositions,
        IReadOnlyList<NamedView> AwayKinds, IReadOnlyList<NamedView> Teams);

    /// <param name="AllowsPicking">Agents may choose among its waiting contacts.</param>
    public sealed record QueueView(Guid Id, string Name, PartnerView Partner, bool AllowsPicking);

    /// <param name="State">As it stood when asked; null when routing does not know the colleague yet.</param>
    public sealed record AgentView(Guid Id, string Name, string? Team, Guid[] PartnerIds, string? State);

    /// <param name="Heading">Under which it stands where there are many.</param>
    /// <param name="Usual">It stands ready when a contact of its queue ends.</param>
    public sealed record DispositionView(Guid Id, string Name, Guid QueueId, string? Heading, bool Usual);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/directory", Handle).WithName("showDirectory").WithSummary("Queues, colleagues, dispositions, away kinds")
        .Requires(Permission.OwnAccount);

    // What the reader may see of each is the tables' own policy.
    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var queues = await work.Query<QueueRow>("""
            select queue.id, queue.name, partner.id as partner_id, partner.name as partner_name, colour, allows_picking
            from queue join partner on partner.id = partner_id where queue.removed_at is null order by queue.name, queue.id
            """);
        var agents = await work.Query<AgentView>("""
            select agent.id, person.name, team.name as team, person.partners as partner_ids, agent_status.state
            from agent join person on person.id = agent.id left join team on team.id = team_id
              left join agent_status on agent_status.agent_id = agent.id
            where agent.removed_at is null and person.deactivated_at is null order by person.name, agent.id
            """);
        var dispositions = await work.Query<DispositionView>(
            "select id, name, queue_id, heading, usual from disposition where removed_at is null order by position, id");
        var awayKinds = await work.Query<NamedView>(
            "select id, name from away_kind where chosen and removed_at is null order by position, id");
        var teams = await work.Query<NamedView>("select id, name from team where removed_at is null order by name, id");
        return TypedResults.Ok(new Response([.. queues.Select(row => row.View())], agents, dispositions, awayKinds, teams));
    }

    sealed record QueueRow(Guid Id, string Name, Guid PartnerId, string PartnerName, string Colour, bool AllowsPicking)
    {
        public QueueView View() => new(Id, Name, new(PartnerId, PartnerName, Colour), AllowsPicking);
    }
}
