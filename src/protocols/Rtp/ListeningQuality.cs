namespace Centrala.Protocols.Rtp;

/// <summary>
/// How a line sounds, as ITU-T G.107 (the E-model) reckons it from what can be counted: a factor R, and the mean opinion that
/// people would have of it. All but loss and delay is taken as good: G.711 with its losses made up, no echo, no noise.
/// </summary>
public static class ListeningQuality
{
    /// <summary>What is left of 100 with all at its default (G.107, table 2).</summary>
    const double Best = 93.2;

    /// <summary>How well G.711 bears loss that is made up for (G.113, table I.4): in percent.</summary>
    const double LossRobustness = 25.1;

    const double ImpairmentMax = 95, DelayUnheardMs = 100;

    /// <param name="lossShare">Packets that were lost or came too late; 0 to 1.</param>
    /// <param name="oneWayMs">From mouth to ear; ≥ 0.</param>
    /// <returns>0 to 93.2.</returns>
    public static double Factor(double lossShare, double oneWayMs)
    {
        var percent = Math.Clamp(lossShare, 0, 1) * 100;
        return Math.Max(0, Best - DelayImpairment(oneWayMs) - ImpairmentMax * percent / (percent + LossRobustness));
    }

    /// <summary>The mean opinion, 1 (bad) to 4.5 (excellent), of a factor (G.107, annex B).</summary>
    public static double Opinion(double factor) => factor switch
    {
        <= 0 => 1,
        >= 100 => 4.5,
        _ => Math.Max(1, 1 + 0.035 * factor + factor * (factor - 60) * (100 - factor) * 7e-6),
    };

    /// <summary>As <see cref="Opinion(double)"/> of <see cref="Factor"/>.</summary>
    public static double Opinion(double lossShare, double oneWayMs) => Opinion(Factor(lossShare, oneWayMs));

    /// <summary>Idd of G.107, 7.4: what delay does to a talk, even without any echo.</summary>
    static double DelayImpairment(double oneWayMs)
    {
        if (oneWayMs <= DelayUnheardMs) return 0;
        var octaves = Math.Log2(oneWayMs / DelayUnheardMs);
        return 25 * (Math.Pow(1 + Math.Pow(octaves, 6), 1 / 6.0) - 3 * Math.Pow(1 + Math.Pow(octaves / 3, 6), 1 / 6.0) + 2);
    }
}
