namespace Centrala.Core.Workforce;

/// <summary>Whom a service level counts; without abandonment all three are the same.</summary>
public enum ServiceLevelOf
{
    /// <summary>Answered in time ÷ all offered contacts.</summary>
    Offered,

    /// <summary>Answered in time ÷ answered contacts: those who left count for nothing.</summary>
    Answered,

    /// <summary>Answered in time ÷ (offered − left within the same time).</summary>
    WithoutShortAbandons,
}

/// <summary>The smallest numbers of agents with whom impatient customers (Erlang A) are served as wished.</summary>
/// <remarks>0 when there is no load. Shares lie in (0, 1); times are more than 0, in seconds.</remarks>
public static class AgentsNeeded
{
    /// <param name="withinSeconds">≥ 0.</param>
    public static int ForServiceLevel(
        double loadErlangs, double handleTimeSeconds, double patienceSeconds,
        double serviceLevel, double withinSeconds, ServiceLevelOf of = ServiceLevelOf.Offered)
    {
        Load.CheckShare(serviceLevel);
        return Smallest(loadErlangs, handleTimeSeconds, patienceSeconds, floor =>
            ServiceLevel(floor, withinSeconds, of) >= serviceLevel);
    }

    /// <summary>The mean wait of everybody, also of those who leave.</summary>
    public static int ForMeanWait(
        double loadErlangs, double handleTimeSeconds, double patienceSeconds, double meanWaitSeconds)
    {
        Load.CheckTime(meanWaitSeconds);
        return Smallest(loadErlangs, handleTimeSeconds, patienceSeconds, floor => floor.MeanWaitSeconds <= meanWaitSeconds);
    }

    public static int ForAbandonment(
        double loadErlangs, double handleTimeSeconds, double patienceSeconds, double abandonment)
    {
        Load.CheckShare(abandonment);
        return Smallest(loadErlangs, handleTimeSeconds, patienceSeconds, floor => floor.AbandonProbability <= abandonment);
    }

    public static int ForOccupancy(
        double loadErlangs, double handleTimeSeconds, double patienceSeconds, double occupancy)
    {
        Load.CheckShare(occupancy);
        return Smallest(loadErlangs, handleTimeSeconds, patienceSeconds, floor => floor.Occupancy <= occupancy);
    }

    /// <summary>Without abandonment: no agent may be busier than this.</summary>
    public static int ForOccupancy(double loadErlangs, double occupancy)
    {
        Load.Check(loadErlangs);
        Load.CheckShare(occupancy);
        return (int)Math.Ceiling(loadErlangs / occupancy);
    }

    /// <summary>Whom to schedule, so that this many are there when a share of the paid time is lost.</summary>
    /// <param name="shrinkage">In [0, 1): leave, illness, training, breaks; decimal, so that 7 ÷ 0.7 is 10 exactly.</param>
    public static int Scheduled(int agents, decimal shrinkage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shrinkage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shrinkage, 1);
        return (int)Math.Ceiling(agents / (1 - shrinkage));
    }

    static double? ServiceLevel(ErlangA floor, double withinSeconds, ServiceLevelOf of) => of switch
    {
        ServiceLevelOf.Answered => floor.ServiceLevelOfAnswered(withinSeconds),
        ServiceLevelOf.WithoutShortAbandons => floor.ServiceLevelWithoutShortAbandons(withinSeconds),
        _ => floor.ServiceLevel(withinSeconds),
    };

    /// <summary>More agents never serve worse, so that halving finds the first number that serves as wished.</summary>
    static int Smallest(double load, double handleTime, double patience, Func<ErlangA, bool> suffices)
    {
        Load.Check(load);
        if (load == 0) return 0;
        var tooFew = -1;
        var enough = (int)Math.Ceiling(load);
        for (var step = 1 + (int)Math.Sqrt(load); !suffices(new(load, enough, handleTime, patience)); step *= 2)
        {
            (tooFew, enough) = (enough, enough + step);
        }

        while (enough - tooFew > 1)
        {
            var middle = tooFew + (enough - tooFew) / 2;
            if (suffices(new(load, middle, handleTime, patience))) enough = middle;
            else tooFew = middle;
        }

        return enough;
    }
}
