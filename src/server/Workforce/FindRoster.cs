using System.Diagnostics;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Search;

namespace Centrala.Server.Workforce;

/// <param name="Out">File for the roster; it holds the best one found so far at any time. Null: print it at the end.</param>
/// <param name="Near">A roster to begin with and to stay near.</param>
/// <param name="FirstOpenDay">Days before it stay as they are in <paramref name="Near"/>.</param>
sealed record RosterOrder(TimeSpan Time, ulong Seed, string? Out, Roster? Near, int ChangeCost, int FirstOpenDay);

/// <summary>Lets the search run for its time, tells how it goes, and loses nothing when it is stopped.</summary>
static class FindRoster
{
    /// <summary>Some ten milliseconds: so soon does Ctrl-C act.</summary>
    const int MovesAtOnce = 20_000;

    static readonly TimeSpan told = TimeSpan.FromSeconds(1);

    sealed record Found(
        VerdictText.Verdict? Roster, int? Changes, double Seconds, long Moves, bool Stopped, IEnumerable<string> Conflicts,
        IEnumerable<string>? Rows);

    /// <param name="Took">Less than ordered when it was stopped or nothing can be better.</param>
    public sealed record Searched(RosterSearch Search, long Moves, TimeSpan Took);

    public static Searched Search(SchedulingProblem problem, RosterOrder order, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var search = new RosterSearch(problem, order.Seed, order.Near, order.ChangeCost, order.FirstOpenDay);
        var moves = Search(search, new(search, Cooling.Scale(problem)), order, clock, stop);
        return new(search, moves, clock.Elapsed);
    }

    /// <returns>0 with a roster that breaks no rule, 1 without.</returns>
    public static int Run(SchedulingProblem problem, RosterOrder order, bool json, CancellationToken stop)
    {
        var (search, moves, took) = Search(problem, order, stop);
        var verdict = search.Best is { } best ? RosterCheck.Judge(problem, best) : null;
        IEnumerable<string> conflicts = verdict is null ? Conflicts.Of(problem, search.Current) : Conflicts.Shortages(problem, search.Best!);
        if (json)
        {
            Answer.Print(new Found(verdict is null ? null : VerdictText.Of(verdict), Changes(search, order),
                Math.Round(took.TotalSeconds, 2), moves, stop.IsCancellationRequested, conflicts,
                order.Out is null ? search.Best?.Write(problem).TrimEnd().Split('\n') : null));
            return verdict is null ? 1 : 0;
        }
        foreach (var conflict in conflicts) Console.Error.WriteLine(conflict);
        if (verdict is null)
        {
            Console.Error.WriteLine("No roster was found that keeps every rule; above is what the nearest one breaks.");
            return 1;
        }
        if (order.Out is null) Console.Write(search.Best!.Write(problem));
        else VerdictText.Print(verdict, json: false);
        if (Changes(search, order) is { } changes) Console.Error.WriteLine($"{changes} cells differ from the roster it began with.");
        return 0;
    }

    static int? Changes(RosterSearch search, RosterOrder order) =>
        order.Near is { } near && search.Best is { } best ? best.Differences(near) : null;

    static long Search(RosterSearch search, Cooling cooling, RosterOrder order, Stopwatch clock, CancellationToken stop)
    {
        var (moves, toldAt, toldPenalty) = (0L, TimeSpan.Zero, long.MaxValue);
        while (clock.Elapsed < order.Time && !stop.IsCancellationRequested && search.BestPenalty > 0)
        {
            cooling.Step(MovesAtOnce, clock.Elapsed / order.Time);
            moves += MovesAtOnce;
            if (clock.Elapsed - toldAt < told || search.BestPenalty == toldPenalty) continue;
            (toldAt, toldPenalty) = (clock.Elapsed, search.BestPenalty);
            Keep(search, order);
            Console.Error.WriteLine($"{toldAt.TotalSeconds,6:N0} s  best so far {toldPenalty:N0}");
        }
        Keep(search, order);
        return moves;
    }

    static void Keep(RosterSearch search, RosterOrder order)
    {
        if (order.Out is not null && search.Best is { } best) KeptFile.Write(order.Out, best.Write(search.Problem));
    }
}
