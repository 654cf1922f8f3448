using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>Which queues' calls are recorded; a queue that is not named is not.</summary>
static class ListRecordingRules
{
    public sealed record Response(IReadOnlyList<RuleView> Rules);

    public sealed record RuleView(Guid QueueId, bool Records, RecordingNotice Notice, int? Days);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/recording-rules", Handle).WithName("listRecordingRules").WithSummary("Which queues' calls are recorded")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("select queue_id, records, notice, days from recording_rule order by queue_id");
        return TypedResults.Ok(new Response(
            [.. rows.Select(row => new RuleView(row.QueueId, row.Records, Enum.Parse<RecordingNotice>(row.Notice, ignoreCase: true), row.Days))]));
    }

    sealed record Row(Guid QueueId, bool Records, string Notice, int? Days);
}
