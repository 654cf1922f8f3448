using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>
/// Keeps how the contact ended and ends its wrap-up. When the limit was faster, what was said is kept all the same.
/// </summary>
static class FinishWrapUp
{
    public const int NoteMaximumLength = 2000;

    /// <param name="Disposition">One of the queue's; null when the queue has none.</param>
    public sealed record Request(Guid? Disposition, string? Note);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/wrap-up", Handle).WithName("finishWrapUp").WithSummary("Say how it ended; wrap-up is done")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Cell cell, Db database, TimeProvider time, CancellationToken cancel)
    {
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        if (note?.Length > NoteMaximumLength) return Invalid("note", Say($"Use at most {NoteMaximumLength} characters."));

        await using (var work = await database.Begin(actor, cancel))
        {
            var segment = await LastSegment(work, id, actor.Id);
            if (segment is null) return CommonProblems.NotFound.Answer();
            if (request.Disposition is { } disposition && !await Belongs(work, disposition, segment.QueueId))
                return Invalid("disposition", Say($"The queue has no such disposition."));
            await Keep(work, id, actor.Id, segment.PartnerId, request.Disposition, note, time.GetUtcNow());
            await work.Commit();
        }

        var decision = await cell.Send(CellCommand.FinishWrapUp(id, actor.Id), cancel);
        if (decision.Refusal == Refusal.NotInWrapUp || decision.Refusal == Refusal.UnknownContact)
            return TypedResults.NoContent();
        return await RoutingAnswer.From(Task.FromResult(decision));
    }

    static ProblemHttpResult Invalid(string field, Sentence objection) =>
        new Validation().Check(field, objection).Answer();

    static Task<Segment?> LastSegment(Work work, Guid contact, Guid agent) => work.Single<Segment>("""
        select partner_id, queue_id from segment
        where contact_id = @contact and agent_id = @agent and ended_at is not null order by number desc limit 1
        """, new { contact, agent });

    static Task<bool> Belongs(Work work, Guid disposition, Guid queue) => work.Single<bool>("""
        select exists (select from disposition where id = @disposition and queue_id = @queue and removed_at is null)
        """, new { disposition, queue });

    static Task Keep(
        Work work, Guid contact, Guid agent, Guid partner, Guid? disposition, string? note, DateTimeOffset at) =>
        work.Execute("""
            insert into wrap_up (contact_id, agent_id, partner_id, disposition_id, note, at)
            values (@contact, @agent, @partner, @disposition, @note, @at)
            on conflict (contact_id, agent_id) do update
              set disposition_id = excluded.disposition_id, note = excluded.note, at = excluded.at
            """, new { contact, agent, partner, disposition, note, at });

    sealed record Segment(Guid PartnerId, Guid QueueId);
}
