using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>What was recorded of a contact, in order.</summary>
static class ListRecordings
{
    public sealed record Response(IReadOnlyList<RecordingView> Recordings);

    /// <param name="Outcome">Null while it runs; <c>whole</c>, or why it is not: <c>disk-full</c>, <c>unwritable</c>, <c>cut</c>.</param>
    /// <param name="IsErased">Nobody can hear it any more.</param>
    public sealed record RecordingView(Guid Id, DateTimeOffset StartedAt, int Seconds, string? Outcome, bool IsErased);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{contactId:guid}/recordings", Handle).WithName("listRecordings").WithSummary("What was recorded of a contact")
        .Requires(Permission.HearRecordings);

    static async Task<Ok<Response>> Handle(Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(await work.Query<RecordingView>("""
            select id, started_at, seconds, outcome, erased_at is not null as is_erased from recording
            where contact_id = @contactId order by started_at, id
            """, new { contactId })));
    }
}
