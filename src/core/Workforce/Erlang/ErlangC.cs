namespace Centrala.Core.Workforce;

/// <summary>Agents, one queue without limit, and customers who wait for ever (M/M/n).</summary>
/// <remarks>
/// When the agents cannot bear the load (<see cref="IsStable"/> is false), the queue never drains: everybody waits, and
/// for ever. Source: docs/sources.md#erlang.
/// </remarks>
public readonly record struct ErlangC
{
    readonly double load;
    readonly double spare;
    readonly double handleTime;

    /// <param name="loadErlangs">Arrivals per second × mean Handle Time in seconds; ≥ 0.</param>
    /// <param name="agents">≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative or not finite.</exception>
    public ErlangC(double loadErlangs, int agents, double handleTimeSeconds)
    {
        Load.CheckTime(handleTimeSeconds);
        var blocking = ErlangB.Blocking(loadErlangs, agents);
        (load, spare, handleTime, Agents) = (loadErlangs, agents - loadErlangs, handleTimeSeconds, agents);
        IsStable = spare > 0 || loadErlangs == 0;
        WaitProbability = loadErlangs == 0 ? 0 : IsStable ? WaitProbabilityOf(blocking, loadErlangs, agents) : 1;
    }

    public int Agents { get; }

    /// <summary>Whether the agents can bear the load.</summary>
    public bool IsStable { get; }

    /// <summary>Probability that an arriving contact has to wait; 0 when the load is 0, 1 when it is not borne.</summary>
    public double WaitProbability { get; }

    /// <summary>Of everybody, also of those who do not wait; infinite when the load is not borne.</summary>
    public double MeanWaitSeconds => load == 0 ? 0 : IsStable ? WaitProbability * handleTime / spare : double.PositiveInfinity;

    /// <summary>Contacts that wait, on average over time.</summary>
    public double MeanQueue => load == 0 ? 0 : IsStable ? WaitProbability * load / spare : double.PositiveInfinity;

    /// <summary>Share of the agents' time with a contact; null without agents.</summary>
    public double? Occupancy => Agents == 0 ? null : Math.Min(1, load / Agents);

    /// <summary>Probability of waiting longer than this; 0 at least.</summary>
    public double WaitExceeds(double seconds) =>
        load == 0 ? 0 : IsStable ? WaitProbability * Math.Exp(-spare * seconds / handleTime) : 1;

    /// <summary>Share answered within this many seconds: everybody is answered, so that all definitions agree.</summary>
    public double ServiceLevel(double withinSeconds) => 1 - WaitExceeds(withinSeconds);

    /// <summary>The wait that only this share of all exceeds.</summary>
    /// <param name="share">In (0, 1): 0.1 gives the wait of the ninth in ten.</param>
    public double WaitExceededBy(double share)
    {
        Load.CheckShare(share);
        if (load == 0 || WaitProbability <= share) return 0;
        return IsStable ? Math.Log(WaitProbability / share) * handleTime / spare : double.PositiveInfinity;
    }

    /// <summary>The smallest number of agents with at least this service level.</summary>
    /// <param name="serviceLevel">In (0, 1).</param>
    /// <param name="withinSeconds">≥ 0.</param>
    public static int AgentsFor(double loadErlangs, double handleTimeSeconds, double serviceLevel, double withinSeconds)
    {
        Load.CheckShare(serviceLevel);
        Load.CheckTime(handleTimeSeconds);
        ArgumentOutOfRangeException.ThrowIfNegative(withinSeconds);
        if (loadErlangs == 0) return 0;
        var agents = (int)Math.Floor(loadErlangs) + 1;
        var blocking = ErlangB.Blocking(loadErlangs, agents);

        // What one agent more does to the tail is one factor: no exponential inside the loop.
        var tail = Math.Exp(-(agents - loadErlangs) * withinSeconds / handleTimeSeconds);
        var factor = Math.Exp(-withinSeconds / handleTimeSeconds);
        while (WaitProbabilityOf(blocking, loadErlangs, agents) * tail > 1 - serviceLevel)
        {
            blocking = ErlangB.WithOneMore(loadErlangs, agents++, blocking);
            tail *= factor;
        }

        return agents;
    }

    /// <summary>The smallest number of agents with whom the mean wait of all is at most this.</summary>
    public static int AgentsForMeanWait(double loadErlangs, double handleTimeSeconds, double meanWaitSeconds)
    {
        Load.CheckTime(handleTimeSeconds);
        Load.CheckTime(meanWaitSeconds);
        if (loadErlangs == 0) return 0;
        var agents = (int)Math.Floor(loadErlangs) + 1;
        var blocking = ErlangB.Blocking(loadErlangs, agents);
        while (WaitProbabilityOf(blocking, loadErlangs, agents) * handleTimeSeconds > meanWaitSeconds * (agents - loadErlangs))
        {
            blocking = ErlangB.WithOneMore(loadErlangs, agents++, blocking);
        }

        return agents;
    }

    /// <param name="blocking">Erlang B's; the load is less than the agents.</param>
    static double WaitProbabilityOf(double blocking, double load, int agents) =>
        agents * blocking / (agents - load + load * blocking);
}
