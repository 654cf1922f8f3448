using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Replay;

/// <summary>How many waited over the last four hours, by queue, within the reader's partners.</summary>
static class ShowFloorTrend
{
    /// <param name="From">The instant of the first point.</param>
    /// <param name="StepSeconds">From one point to the next.</param>
    public sealed record TrendView(DateTimeOffset From, double StepSeconds, IReadOnlyList<QueueTrendView> Queues);

    /// <param name="Waiting">How many waited at each point.</param>
    public sealed record QueueTrendView(Guid QueueId, IReadOnlyList<int> Waiting);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/floor/trend", Handle).WithName("showFloorTrend").WithSummary("How many waited over the last four hours")
        .Requires(Permission.SeeFloor);

    static async Task<Results<Ok<TrendView>, ProblemHttpResult>> Handle(
        Actor actor, FloorTrend trend, CancellationToken cancel)
    {
        try
        {
            var known = await trend.Get(cancel);
            return TypedResults.Ok(new TrendView(known.From, FloorTrend.Step.TotalSeconds,
            [
                .. known.Queues.Where(queue => actor.Serves(queue.Partner))
                    .Select(queue => new QueueTrendView(queue.Queue, queue.Waiting)),
            ]));
        }
        catch (DamagedJournalException)
        {
            return PastProblems.Unreadable.Answer();
        }
    }
}
