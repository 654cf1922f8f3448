using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce.Erlang;

/// <summary>What a planner asks of the formulas for one queue.</summary>
/// <param name="Patience">Null: nobody leaves (Erlang C).</param>
/// <param name="Target">Service level (null: none is asked for) within so many seconds.</param>
sealed record ErlangOrder(
    double Load, double HandleTime, double? Patience, ServiceLevelOf Of, (double? Level, double Within)? Target,
    double? MeanWait, double? Abandonment, double? Occupancy)
{
    const double UsualWithin = 20;

    double Within => Target?.Within ?? UsualWithin;

    /// <summary>The smallest number that keeps everything asked for.</summary>
    /// <exception cref="ArgumentsException">Nothing was asked for, or what only impatient customers do.</exception>
    public int Smallest()
    {
        if (Patience is null && Abandonment is not null) throw new ArgumentsException("--max-abandon wants a --patience.");
        int?[] needed =
        [
            Target?.Level is { } level ? ForServiceLevel(level) : null,
            MeanWait is { } wait ? ForMeanWait(wait) : null,
            Abandonment is { } share ? AgentsNeeded.ForAbandonment(Load, HandleTime, Patience!.Value, share) : null,
            Occupancy is { } most ? ForOccupancy(most) : null,
        ];
        return needed.Max() ?? throw new ArgumentsException(
            "erlang wants --agents, or what they should keep: --target 80/20, --asa, --max-abandon, --max-occupancy.");
    }

    public object Answer(int agents, decimal shrinkage) => new
    {
        LoadErlang = Load,
        Agents = agents,
        Scheduled = AgentsNeeded.Scheduled(agents, shrinkage),
        TargetS = Within,
        ErlangC = Patient(agents),
        ErlangA = Patience is { } patience ? Impatient(agents, patience) : null,
    };

    int ForServiceLevel(double level) => Patience is { } patience
        ? AgentsNeeded.ForServiceLevel(Load, HandleTime, patience, level, Within, Of)
        : ErlangC.AgentsFor(Load, HandleTime, level, Within);

    int ForMeanWait(double wait) => Patience is { } patience
        ? AgentsNeeded.ForMeanWait(Load, HandleTime, patience, wait)
        : ErlangC.AgentsForMeanWait(Load, HandleTime, wait);

    int ForOccupancy(double most) => Patience is { } patience
        ? AgentsNeeded.ForOccupancy(Load, HandleTime, patience, most)
        : AgentsNeeded.ForOccupancy(Load, most);

    /// <summary>A wait without end is null: JSON has no infinity.</summary>
    object Patient(int agents)
    {
        var floor = new ErlangC(Load, agents, HandleTime);
        return new
        {
            Stable = floor.IsStable,
            PWait = floor.WaitProbability,
            MeanWaitS = floor.IsStable ? floor.MeanWaitSeconds : (double?)null,
            ServiceLevel = floor.ServiceLevel(Within),
            floor.Occupancy,
            MeanQueue = floor.IsStable ? floor.MeanQueue : (double?)null,
            P90WaitS = floor.IsStable ? floor.WaitExceededBy(0.1) : (double?)null,
        };
    }

    object Impatient(int agents, double patience)
    {
        var floor = new ErlangA(Load, agents, HandleTime, patience);
        return new
        {
            PWait = floor.WaitProbability,
            PAbandon = floor.AbandonProbability,
            MeanWaitS = floor.MeanWaitSeconds,
            MeanWaitAnsweredS = floor.MeanWaitOfAnsweredSeconds,
            ServiceLevel = floor.ServiceLevel(Within),
            ServiceLevelOfAnswered = floor.ServiceLevelOfAnswered(Within),
            ServiceLevelWithoutShortAbandons = floor.ServiceLevelWithoutShortAbandons(Within),
            floor.Occupancy,
            floor.MeanQueue,
        };
    }
}
