using Centrala.Server.Access;
using Centrala.Server.Database;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>
/// Plays a recording, any part of it, as a stereo WAV: customer left, agents right. Who listens stands in the audit log; a
/// player that asks for part after part counts once.
/// </summary>
static class PlayRecording
{
    /// <summary>Parts that one person asks for within this time are one listening.</summary>
    static readonly TimeSpan oneListening = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/recordings/{id:guid}/sound", Handle).WithName("playRecording").WithSummary("A recording's sound")
        .Produces<byte[]>(200, "audio/wav").ProducesProblem(404)
        .Requires(Permission.HearRecordings);

    static async Task<IResult> Handle(
        Guid id, Actor actor, HttpResponse response, Db database, Settings settings, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var startedAt = await work.Single<DateTimeOffset?>(
            "select started_at from recording where id = @id and ended_at is not null and erased_at is null", new { id });
        if (startedAt is null || RecordedSound.Of(settings.DataFolder, id, startedAt.Value) is not { } sound)
            return CommonProblems.NotFound.Answer();
        await Note(work, actor, id, time.GetUtcNow());
        await work.Commit();
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(sound, "audio/wav", enableRangeProcessing: true);
    }

    static async Task Note(Work work, Actor actor, Guid id, DateTimeOffset at)
    {
        // Seen by a function: those who listen may not read the log.
        if (await work.Single<bool>("select heard_lately(@id, @since)", new { id, since = at - oneListening })) return;
        await Audit.Write(work, actor, at, "recording-played", "recording", id);
    }
}
