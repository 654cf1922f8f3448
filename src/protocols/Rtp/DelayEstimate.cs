namespace Centrala.Protocols.Rtp;

/// <summary>Learns how much later than the quickest the packets of a stream come, and forgets slowly.</summary>
sealed class DelayEstimate
{
    const int BinMs = 5, Bins = JitterBuffer.DelayMaxMs / BinMs + 1;

    /// <summary>All but one in forty shall come in time.</summary>
    const float Share = 0.975f;

    /// <summary>A packet weighs half after some seven seconds.</summary>
    const float Forget = 0.998f;

    /// <summary>The quickest is looked for among this many packets and the as many before: clocks drift.</summary>
    const int WindowPackets = 500;

    readonly float[] weights = new float[Bins];
    long quickest, quickestOfWindow;
    int inWindow;

    public int TargetMs { get; private set; } = JitterBuffer.FrameMs;

    public void Restart()
    {
        Array.Clear(weights);
        (quickest, quickestOfWindow, inWindow) = (long.MaxValue, long.MaxValue, 0);
        TargetMs = JitterBuffer.FrameMs;
    }

    /// <param name="transitMs">Arrival less time stamp: only differences between packets mean something.</param>
    public void Learn(long transitMs)
    {
        quickestOfWindow = Math.Min(quickestOfWindow, transitMs);
        if (++inWindow == WindowPackets) (quickest, quickestOfWindow, inWindow) = (quickestOfWindow, long.MaxValue, 0);
        quickest = Math.Min(quickest, transitMs);
        var bin = (int)Math.Min((transitMs - quickest) / BinMs, Bins - 1);
        for (var i = 0; i < Bins; i++) weights[i] *= Forget;
        weights[bin] += 1 - Forget;
        TargetMs = Quantile();
    }

    int Quantile()
    {
        var (sum, all) = (0f, 0f);
        foreach (var weight in weights) all += weight;
        for (var i = 0; i < Bins; i++)
            if ((sum += weights[i]) >= Share * all) return (i + 1) * BinMs;
        return JitterBuffer.DelayMaxMs;
    }
}
