using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Takes an entry of the organisation out of use. What refers to it must let go first; its row stays for history.</summary>
static class RemoveEntry
{
    /// <param name="InUse">Names what still refers to <c>@id</c>, at most a few.</param>
    internal sealed record Kind(string Path, string Table, string Operation, string Summary, string InUse);

    /// <summary>How many of those that still refer to an entry are named.</summary>
    const int NamedMax = 5;

    internal static readonly IReadOnlyList<Kind> Kinds =
    [
        new("partners", "partner", "removePartner", "Remove a partner",
            "select name from queue where partner_id = @id and removed_at is null"),
        new("skills", "skill", "removeSkill", "Remove a skill", """
            select q.name from queue q, skill s where s.id = @id and q.removed_at is null
              and concat_ws(' ', q.steps, q.members, q.hold_who) ~* ('(^|[^a-z0-9-])' || s.word || '($|[^a-z0-9-])')
            union all select p.name from agent_skill a join person p on p.id = a.agent_id where a.skill_id = @id
            """),
        new("teams", "team", "removeTeam", "Remove a team", """
            select q.name from queue q, team t where t.id = @id and q.removed_at is null
              and concat_ws(' ', q.steps, q.members, q.hold_who) ~* ('team\s+' || t.word || '($|[^a-z0-9-])')
            union all select p.name from agent a join person p on p.id = a.id where a.team_id = @id and a.removed_at is null
            """),
        new("vendors", "vendor", "removeVendor", "Remove a vendor", """
            select q.name from queue q, vendor v where v.id = @id and q.removed_at is null
              and concat_ws(' ', q.steps, q.members, q.hold_who) ~* ('vendor\s+' || v.word || '($|[^a-z0-9-])')
            union all select p.name from agent a join person p on p.id = a.id where a.vendor_id = @id and a.removed_at is null
            """),
        new("away-kinds", "away_kind", "removeAwayKind", "Remove a reason for being away",
            "select name from away_kind where id = @id and not chosen"),
        new("opening-calendars", "opening_calendar", "removeOpeningCalendar", "Remove opening hours",
            "select name from queue where opening_calendar_id = @id and removed_at is null"),
        new("queues", "queue", "removeQueue", "Remove a queue",
            """
            select name from queue where @id in (diverts_to, shares_places_of) and removed_at is null
            union all select number from telephone_number where queue_id = @id and removed_at is null
            union all select name from answering_plan where steps::text like '%' || @id || '%' and removed_at is null
            """),
        new("agents", "agent", "removeAgent", "Stop routing to a person",
            "select name from queue where concat_ws(' ', steps, members, hold_who) like '%' || @id || '%' and removed_at is null"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Kinds)
            routes.MapDelete($"/{kind.Path}/{{id:guid}}", (
                    Guid id, Actor actor, Edit.Source edits, Cell cell, OpeningHours hours, CancellationToken cancel) =>
                    Handle(kind, id, actor, edits, cell, hours, cancel))
                .WithName(kind.Operation).WithSummary(kind.Summary).Requires(Permission.ManageOrganisation);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Kind kind, Guid id, Actor actor, Edit.Source edits, Cell cell, OpeningHours hours, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        var users = await edit.Work.Query<string>($"{kind.InUse} limit {NamedMax}", new { id });
        if (users.Count > 0)
        {
            var named = string.Join(", ", users);
            return OrganisationProblems.StillInUse.Answer(Say($"In use by: {named}.").Text);
        }
        if (!await edit.Remove(kind.Table, id)) return CommonProblems.NotFound.Answer();
        if (kind.Table == "queue" && await Refused(cell, id, cancel) is { } refused) return refused;
        if (kind.Table == "agent") edit.Tell(CellCommand.RemoveAgent(id));
        await edit.Finish();
        hours.Reread();
        return TypedResults.NoContent();
    }

    // The router has the last word on a queue, for contacts may wait in it. Between its yes and the commit a crash may
    // come; then the same request, sent again, finds the queue unknown there and removes what is left here.
    static async Task<ProblemHttpResult?> Refused(Cell cell, Guid queue, CancellationToken cancel)
    {
        var decision = await cell.Send(CellCommand.RemoveQueue(queue), cancel);
        return decision.Done || decision.Refusal == Refusal.UnknownQueue
            ? null
            : OrganisationProblems.QueueNotEmpty.Answer(decision.Refusal?.Title);
    }
}
