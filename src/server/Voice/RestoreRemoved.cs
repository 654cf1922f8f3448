using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>Takes back the removal of a number or an answering plan. What it refers to must still be there.</summary>
static class RestoreRemoved
{
    const string MissingOfNumber = """
        select 'queueId' from telephone_number n join queue q on q.id = n.queue_id where n.id = @id and q.removed_at is not null
        union all
        select 'answeringPlanId' from telephone_number n join answering_plan p on p.id = n.answering_plan_id
        where n.id = @id and p.removed_at is not null
        """;

    const string MissingOfPlan = """
        select 'partnerId' from answering_plan a join partner p on p.id = a.partner_id where a.id = @id and p.removed_at is not null
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/telephone-numbers/{id:guid}/restoration", (
                Guid id, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel) =>
                Handle("telephone_number", MissingOfNumber, id, actor, edits, book, cancel))
            .WithName("restoreTelephoneNumber").WithSummary("Remove a telephone number: take it back").Requires(Permission.ManageOrganisation);
        routes.MapPost("/answering-plans/{id:guid}/restoration", (
                Guid id, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel) =>
                Handle("answering_plan", MissingOfPlan, id, actor, edits, book, cancel))
            .WithName("restoreAnsweringPlan").WithSummary("Remove an answering plan: take it back").Requires(Permission.ManageOrganisation);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string table, string missing, Guid id, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await edit.Restore(table, id) is { } refusal) return refusal;
        var faults = new Faults();
        foreach (var field in await edit.Work.Query<string>(missing, new { id })) faults.Add(field, Say($"It is not there any more."));
        if (faults.Answer() is { } wrong) return wrong;
        await edit.Finish();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }
}
