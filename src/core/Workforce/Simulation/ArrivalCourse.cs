namespace Centrala.Core.Workforce.Simulation;

/// <summary>The arrivals of one queue: a Poisson process whose rate follows a course.</summary>
struct ArrivalCourse
{
    readonly Course perHour;
    readonly double overdispersion;
    RandomStream arrivals, volumes;
    double perTick;
    double factor = 1;
    long atTicks;

    /// <summary>End of the interval whose rate is in force.</summary>
    long untilTicks;
    long interval = -1;

    public ArrivalCourse(QueuePlan queue, RandomStream arrivals, RandomStream volumes)
    {
        (perHour, overdispersion) = (queue.ArrivalsPerHour, queue.Overdispersion);
        (this.arrivals, this.volumes) = (arrivals, volumes);
        BeginInterval();
    }

    /// <summary>Ticks from the start of the next arrival.</summary>
    /// <param name="horizonTicks">Nothing arrives later.</param>
    /// <returns>Null: there is none before the horizon.</returns>
    public long? Next(long horizonTicks)
    {
        // One unit of the process is used up by the rate in force, interval after interval.
        var units = arrivals.Exponential();
        while (true)
        {
            var next = atTicks + units / perTick;
            if (next < untilTicks)
            {
                atTicks = (long)next;
                return atTicks < horizonTicks ? atTicks : null;
            }

            if (untilTicks >= horizonTicks) return null;
            units -= (untilTicks - atTicks) * perTick;
            atTicks = untilTicks;
            BeginInterval();
        }
    }

    void BeginInterval()
    {
        interval++;
        if (overdispersion > 0 && interval % perHour.Values.Count == 0)
        {
            var shape = 1 / (overdispersion * overdispersion);
            factor = volumes.Gamma(shape) / shape;
        }

        perTick = perHour.At(interval) * factor / TimeSpan.TicksPerHour;
        untilTicks = perHour.IsConstant ? long.MaxValue : (interval + 1) * perHour.Every.Ticks;
    }
}
