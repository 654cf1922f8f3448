using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Takes back a removal: the entry is in use again, as it was. What it refers to must still be there.</summary>
static class RestoreEntry
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in RemoveEntry.Kinds)
            routes.MapPost($"/{kind.Path}/{{id:guid}}/restoration", (
                    Guid id, Actor actor, Edit.Source edits, OpeningHours hours, CancellationToken cancel) =>
                    Handle(kind, id, actor, edits, hours, cancel))
                .WithName(kind.Operation.Replace("remove", "restore", StringComparison.Ordinal))
                .WithSummary(kind.Summary + ": take it back").Requires(Permission.ManageOrganisation);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        RemoveEntry.Kind kind, Guid id, Actor actor, Edit.Source edits, OpeningHours hours, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await edit.Restore(kind.Table, id) is { } refusal) return refusal;
        var faults = new Faults();
        if (kind.Table == "queue") await TellOfQueue(id, edit, faults);
        if (kind.Table == "agent") edit.Tell(CellCommand.ConfigureAgent(await AgentProfiles.One(edit.Work, id)));
        if (kind.Table == "opening_calendar") await CheckPartner(id, edit.Work, faults);
        if (faults.Answer() is { } wrong) return wrong;
        await edit.Finish();
        hours.Reread();
        return TypedResults.NoContent();
    }

    static async Task TellOfQueue(Guid id, Edit edit, Faults faults)
    {
        var queue = (await ListQueues.Read(edit.Work)).Single(view => view.Id == id).Settings;
        var settings = queue.Read(id, await Words.Load(edit.Work), faults);
        await queue.CheckReferences(id, edit.Work, faults);
        if (settings is not null) edit.Tell(CellCommand.ConfigureQueue(settings));
    }

    static async Task CheckPartner(Guid calendar, Work work, Faults faults)
    {
        if (await work.Single<Guid?>("select partner_id from opening_calendar where id = @calendar", new { calendar }) is { } partner)
            await faults.Partner(work, partner, "partnerId");
    }
}
