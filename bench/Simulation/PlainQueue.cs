namespace Centrala.Bench.Simulation;

/// <summary>
/// The oracle: one queue, one class, alike agents, in a loop that knows nothing else: a heap of departures and a ring of
/// those who wait.
/// </summary>
sealed class PlainQueue(double perSecond, double handleSeconds, int agents, ulong seed)
{
    readonly Dice dice = new(seed);
    readonly double[] departures = new double[agents];
    readonly double[] waiting = new double[1 << 20];
    int busy;
    long first, last;
    double now;

    public double Waited { get; private set; }

    public long InTime { get; private set; }

    /// <summary>So many contacts arrive.</summary>
    public void Run(long contacts)
    {
        var arrival = now + Exponential() / perSecond;
        while (contacts > 0)
        {
            if (busy > 0 && departures[0] <= arrival) Depart();
            else
            {
                now = arrival;
                arrival = now + Exponential() / perSecond;
                contacts--;
                if (busy < agents) Begin(now);
                else waiting[last++ & (waiting.Length - 1)] = now;
            }
        }
    }

    void Depart()
    {
        now = departures[0];
        if (first < last)
        {
            Count(waiting[first++ & (waiting.Length - 1)]);
            Down(now + Exponential() * handleSeconds);
            return;
        }

        var moved = departures[--busy];
        if (busy > 0) Down(moved);
    }

    void Begin(double arrived)
    {
        Count(arrived);
        var (place, end) = (busy++, now + Exponential() * handleSeconds);
        while (place > 0 && end < departures[(place - 1) / 2])
        {
            departures[place] = departures[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        departures[place] = end;
    }

    void Count(double arrived)
    {
        Waited += now - arrived;
        if (now - arrived <= 20) InTime++;
    }

    void Down(double end)
    {
        var place = 0;
        while (2 * place + 1 < busy)
        {
            var child = 2 * place + 1;
            if (child + 1 < busy && departures[child + 1] < departures[child]) child++;
            if (end <= departures[child]) break;
            departures[place] = departures[child];
            place = child;
        }

        departures[place] = end;
    }

    double Exponential() => -Math.Log(dice.Share());
}
