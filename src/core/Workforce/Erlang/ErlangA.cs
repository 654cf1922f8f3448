namespace Centrala.Core.Workforce;

/// <summary>
/// Agents and one queue whose customers leave when their patience ends (M/M/n+M: patience is exponential too).
/// </summary>
/// <remarks>
/// A queue of impatient customers always drains. Source: docs/sources.md#impatience. Relative error below 1e-9 for loads
/// from 0 to 1,000,000 erlangs.
/// </remarks>
public readonly record struct ErlangA
{
    /// <summary>From so many places freed within a patience on, the integral is exact and as quick.</summary>
    const double IntegralFrom = 20;

    /// <summary>Up to so many patiences the integral over the early answers is exact whatever the floor.</summary>
    const double Early = 8;

    readonly double load, handleTime, patience;

    /// <summary>Agents, and load, times patience ÷ Handle Time.</summary>
    readonly double freeing, arriving;

    /// <summary>Natural logarithm of what <see cref="perState"/> was divided by.</summary>
    readonly double logScale;

    /// <summary>Share of all states for each state that the queue counts.</summary>
    readonly double perState;

    /// <param name="loadErlangs">Arrivals per second × mean Handle Time in seconds; ≥ 0.</param>
    /// <param name="agents">≥ 0.</param>
    /// <param name="patienceSeconds">Mean; how long a customer would wait before leaving.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative or not finite, or a time 0.</exception>
    public ErlangA(double loadErlangs, int agents, double handleTimeSeconds, double patienceSeconds)
    {
        Load.CheckTime(handleTimeSeconds);
        Load.CheckTime(patienceSeconds);
        (load, handleTime, patience, Agents) = (loadErlangs, handleTimeSeconds, patienceSeconds, agents);
        freeing = agents * patienceSeconds / handleTimeSeconds;
        arriving = loadErlangs * patienceSeconds / handleTimeSeconds;
        var (blocking, carried) = BlockingAndCarried(loadErlangs, agents);
        if (loadErlangs == 0)
        {
            NoWaitProbability = carried;
            return;
        }

        var (log, waiting, lost) = Queue();
        var free = log == 0 ? carried : Math.Exp(-log) * carried;
        var all = blocking * waiting + free;
        NoWaitProbability = free / all;
        WaitProbability = blocking * waiting / all;
        AbandonProbability = Math.Min(1, blocking * lost / all);
        perState = blocking / all;
        logScale = log;
    }

    public int Agents { get; }

    /// <summary>Probability that an arriving contact has to wait.</summary>
    public double WaitProbability { get; }

    public double NoWaitProbability { get; }

    /// <summary>Probability that an arriving contact leaves unanswered.</summary>
    public double AbandonProbability { get; }

    /// <summary>Of everybody: answered at once, answered later, gone.</summary>
    public double MeanWaitSeconds => AbandonProbability * patience;

    /// <summary>Of those who are answered; null when nobody is.</summary>
    public double? MeanWaitOfAnsweredSeconds =>
        Agents == 0 ? null : load == 0 ? 0 : perState * ServedWait() * patience / (1 - AbandonProbability);

    /// <summary>Share of the agents' time with a contact; null without agents.</summary>
    public double? Occupancy => Agents == 0 ? null : load * (1 - AbandonProbability) / Agents;

    /// <summary>Contacts that wait, on average over time.</summary>
    public double MeanQueue => load * MeanWaitSeconds / handleTime;

    /// <summary>Share of all offered contacts that is answered within so many seconds.</summary>
    public double ServiceLevel(double withinSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(withinSeconds);
        if (load == 0 || withinSeconds == 0 || Agents == 0) return NoWaitProbability;
        var within = withinSeconds / patience;
        if (freeing >= IntegralFrom || within <= Early)
        {
            var early = ImpatienceIntegral.Of(freeing, arriving, 0, within);
            return NoWaitProbability + Math.Exp(LogFull + early.Log) * freeing * early.Served;
        }

        var late = ImpatienceSeries.Of(freeing + 1, arriving * Math.Exp(-within));
        var log = LogFull + LogDensity(within) - within + late.Log;
        var answeredLate = Math.Exp(log) * freeing / (freeing + 1) * late.Waiting;
        return Math.Max(NoWaitProbability, 1 - AbandonProbability - answeredLate);
    }

    /// <summary>Share of the answered contacts that is answered in time; null when nobody is answered.</summary>
    public double? ServiceLevelOfAnswered(double withinSeconds) =>
        Agents == 0 ? null : ServiceLevel(withinSeconds) / (1 - AbandonProbability);

    /// <summary>As of offered, but those who leave within the same time count as never offered; null without agents.</summary>
    public double? ServiceLevelWithoutShortAbandons(double withinSeconds)
    {
        var inTime = ServiceLevel(withinSeconds);
        return Agents == 0 ? null : inTime / (inTime + WaitExceeds(withinSeconds));
    }

    /// <summary>Probability that a contact, answered later or not at all, still waits after so many seconds.</summary>
    public double WaitExceeds(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        if (load == 0) return Agents == 0 ? Math.Exp(-seconds / patience) : 0;
        var waited = seconds / patience;
        if (freeing >= IntegralFrom)
        {
            var late = ImpatienceIntegral.Of(freeing, arriving, waited, double.PositiveInfinity);
            return Math.Exp(LogFull + late.Log - waited) * freeing * late.All;
        }

        var rest = ImpatienceSeries.Of(freeing, arriving * Math.Exp(-waited));
        return Math.Exp(LogFull + LogDensity(waited) - waited + rest.Log) * rest.Waiting;
    }

    double LogDensity(double waited) => ImpatienceIntegral.Exponent(arriving, arriving - freeing, waited);

    /// <summary>Natural logarithm of the probability that all agents are busy and nobody waits.</summary>
    double LogFull => Math.Log(perState) - logScale;

    double ServedWait() => freeing < IntegralFrom
        ? ImpatienceSeries.ServedWait(freeing, arriving, logScale)
        : freeing * ImpatienceIntegral.Of(freeing, arriving, 0, double.PositiveInfinity).ServedWait;

    /// <summary>What <see cref="ImpatienceSeries"/> has, by whichever way suits.</summary>
    (double Log, double Waiting, double Lost) Queue()
    {
        if (freeing < IntegralFrom)
        {
            var series = ImpatienceSeries.Of(freeing, arriving);
            return (series.Log, series.Waiting, series.Queue / arriving);
        }

        var all = ImpatienceIntegral.Of(freeing, arriving, 0, double.PositiveInfinity);
        return (all.Log, freeing * all.All, freeing * all.Lost);
    }

    /// <summary>Erlang B and its complement, both without cancellation.</summary>
    static (double Blocking, double Carried) BlockingAndCarried(double load, int agents)
    {
        if (agents == 0) return (ErlangB.Blocking(load, 0), 0);
        var turnedAway = load * ErlangB.Blocking(load, agents - 1);
        return (turnedAway / (agents + turnedAway), agents / (agents + turnedAway));
    }
}
