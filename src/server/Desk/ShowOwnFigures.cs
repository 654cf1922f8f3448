using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>The signed-in agent's own figures of the day: the same fold of the journal that leads see on the floor.</summary>
static class ShowOwnFigures
{
    /// <summary>All durations are whole seconds; averages are null before the first segment is over.</summary>
    /// <param name="Since">When the day began.</param>
    /// <param name="At">Up to when it is counted.</param>
    /// <param name="OccupancyBasisPoints">Handling ÷ (handling + available); null before either.</param>
    public sealed record Response(
        DateTimeOffset Since, DateTimeOffset At, long Offered, long Accepted, long Refused, long Missed, long Handled,
        int? AverageHandleSeconds, int? AverageWrapUpSeconds, long TalkSeconds, long WrapUpSeconds, int? OccupancyBasisPoints,
        long HandlingSeconds, long AvailableSeconds, long AwaySeconds);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/desk/figures", Handle).WithName("showOwnFigures").WithSummary("One's own figures of the day")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Actor actor, Cell cell, Today today, TimeProvider time, CancellationToken cancel)
    {
        var number = await cell.Read(view => view.Router.Directory.Agent(actor.Id), cancel);
        var now = time.GetUtcNow();
        if (today.Agent(number, now) is not var (figures, since)) return DeskProblems.Counting.Answer();
        return TypedResults.Ok(new Response(
            since, now, figures.Offered, figures.Accepted, figures.Refused, figures.Missed, figures.Handled,
            (int?)figures.AverageHandleTime?.TotalSeconds, (int?)figures.AverageWrapUp?.TotalSeconds,
            Seconds(figures.TalkTicks), Seconds(figures.WrapUpTicks), figures.OccupancyBasisPoints,
            Seconds(figures.HandlingTicks), Seconds(figures.AvailableTicks), Seconds(figures.AwayTicks)));
    }

    static long Seconds(long ticks) => ticks / TimeSpan.TicksPerSecond;
}
