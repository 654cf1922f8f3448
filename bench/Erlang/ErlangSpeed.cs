using System.Diagnostics;
using Centrala.Core.Workforce;

namespace Centrala.Bench.Erlang;

/// <summary>Erlang's formulas beside the plain loops that everybody writes, in turn.</summary>
static class ErlangSpeed
{
    const int Pairs = 7;
    const double HandleTime = 180;
    const double Patience = 120;
    const double Within = 20;

    public static Task Measure(Report report)
    {
        foreach (var load in new[] { 10.0, 1_000 })
        {
            Compare(
                report, FormattableString.Invariant($"erlang.staffing_c_{load}_ratio"),
                varied => ErlangC.AgentsFor(load + varied, HandleTime, 0.8, Within), varied => PlainStaffing(load + varied));
        }

        foreach (var (load, agents) in new[] { (10.0, 14), (1_000, 1_010), (9_990, 10_000) })
        {
            Compare(
                report, FormattableString.Invariant($"erlang.a_{load}_ratio"),
                varied => new ErlangA(load + varied, agents, HandleTime, Patience).AbandonProbability,
                varied => PlainAbandonment(load + varied, agents));
        }

        report.Figure("erlang.slowest_case_ms", SlowestMilliseconds(), "ms", atMost: 5);
        return Task.CompletedTask;
    }

    static void Compare(Report report, string figure, Func<double, double> ours, Func<double, double> plain)
    {
        var (ratios, rates) = (new List<double>(), new List<double>());
        var rounds = Rounds(plain);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (fast, slow) = (Rate(ours, rounds), Rate(plain, rounds));
            rates.Add(fast);
            ratios.Add(fast / slow);
        }

        report.Note($"{figure[..^6]}: {rates.Order().ElementAt(Pairs / 2):N0} per second");
        report.Figure(figure, ratios.Order().ElementAt(Pairs / 2), "", atLeast: 1);
    }

    /// <summary>About a tenth of a second of the plain way.</summary>
    static int Rounds(Func<double, double> plain)
    {
        Rate(plain, 2_000);
        return Math.Max(20, (int)(Rate(plain, 2_000) / 10));
    }

    /// <summary>Each round a slightly different load, so that nothing can be kept.</summary>
    static double Rate(Func<double, double> solve, int rounds)
    {
        var (start, sum) = (Stopwatch.GetTimestamp(), 0.0);
        for (var round = 0; round < rounds; round++) sum += solve(round * 1e-9);
        GC.KeepAlive(sum);
        return rounds / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    static double PlainStaffing(double load)
    {
        var (blocking, agents) = (1.0, 0);
        while (true)
        {
            agents++;
            blocking = load * blocking / (agents + load * blocking);
            if (agents <= load) continue;
            var wait = agents * blocking / (agents - load * (1 - blocking));
            if (1 - wait * Math.Exp(-(agents - load) * Within / HandleTime) >= 0.8) return agents;
        }
    }

    static double PlainAbandonment(double load, int agents)
    {
        var blocking = 1.0;
        for (var one = 1; one <= agents; one++) blocking = load * blocking / (one + load * blocking);
        var (term, states, queue) = (1.0, 1.0, 0.0);
        for (var waiting = 1; term > 1e-16 * states; waiting++)
        {
            term *= load / (agents + waiting * HandleTime / Patience);
            states += term;
            queue += waiting * term;
        }

        return queue / (1 / blocking + states - 1) * HandleTime / Patience / load;
    }

    static double SlowestMilliseconds()
    {
        Action[] cases =
        [
            () => ErlangC.AgentsFor(1_000_000, HandleTime, 0.999, 0),
            () => ErlangB.Trunks(1_000_000, 1e-12),
            () => AgentsNeeded.ForServiceLevel(1_000_000, HandleTime, Patience, 0.999, Within),
            () => AgentsNeeded.ForAbandonment(1_000_000, HandleTime, 36_000, 1e-6),
            () => new ErlangA(1_000_000, 999_999, HandleTime, 1e9).ServiceLevel(Within),
        ];
        return cases.Max(one => Enumerable.Range(0, 5).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            one();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
    }
}
