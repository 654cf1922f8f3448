using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>Says whether calls of a queue are recorded, how callers know it, and for how long recordings are kept.</summary>
static class SaveRecordingRule
{
    const int DaysMax = 36_500;

    /// <param name="Days">1–36,500 since the call; null: as long as the partner's conversations.</param>
    public sealed record Request(bool Records, RecordingNotice Notice, int? Days);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queues/{id:guid}/recording", Handle).WithName("saveRecordingRule").WithSummary("Say whether calls of a queue are recorded")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, VoiceBook book, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Range(request.Days, 1, DaysMax, "days");
        if (faults.Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        var notice = Word<RecordingNotice>.Of(request.Notice);
        var stored = await work.Execute("""
            insert into recording_rule (queue_id, partner_id, records, notice, days)
            select id, partner_id, @Records, @notice, @Days from queue where id = @id and removed_at is null and sees_partner(partner_id)
            on conflict (queue_id) do update set records = @Records, notice = @notice, days = @Days
            """, new { id, request.Records, notice, request.Days });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "recording-rule-changed", "queue", id, request);
        await work.Commit();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }
}
