namespace Centrala.Core.Workforce;

/// <summary>Trunks without waiting places: who finds all of them busy is turned away.</summary>
/// <remarks>Source: docs/sources.md#erlang. Relative error below 1e-11 for loads from 0 to 1,000,000.</remarks>
public static class ErlangB
{
    /// <summary>Up to so many trunks the plain sum is the fastest.</summary>
    const int FewTrunks = 100;

    /// <summary>Terms below this share of their sum no longer change it.</summary>
    const double Negligible = 1e-18;

    /// <summary>Probability that an arriving contact is turned away.</summary>
    /// <param name="loadErlangs">Arrivals per second × mean Handle Time in seconds; ≥ 0.</param>
    /// <param name="trunks">≥ 0.</param>
    /// <returns>In [0, 1]; 1 without trunks.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the load not finite.</exception>
    public static double Blocking(double loadErlangs, int trunks)
    {
        Load.Check(loadErlangs);
        ArgumentOutOfRangeException.ThrowIfNegative(trunks);
        if (trunks == 0) return 1;
        if (loadErlangs == 0) return 0;
        if (trunks < loadErlangs || trunks <= FewTrunks)
        {
            var states = SumDownwards(loadErlangs, trunks);
            if (double.IsFinite(states)) return 1 / states;
        }

        // The share of time in the last state, among the states there are: the untruncated tail is left out.
        var last = Poisson.Probability(trunks, loadErlangs);
        return last / (1 - last * SumUpwards(loadErlangs, trunks));
    }

    /// <summary>The smallest number of trunks that turns away at most this share.</summary>
    /// <param name="blocking">In (0, 1).</param>
    public static int Trunks(double loadErlangs, double blocking)
    {
        Load.Check(loadErlangs);
        Load.CheckShare(blocking);

        // No trunk carries more than one erlang, so that fewer than these never suffice.
        var trunks = (int)Math.Floor(loadErlangs * (1 - blocking));
        for (var share = Blocking(loadErlangs, trunks); share > blocking; trunks++)
        {
            share = WithOneMore(loadErlangs, trunks, share);
        }

        return trunks;
    }

    /// <summary>Blocking with one trunk more than <paramref name="trunks"/>, which have <paramref name="blocking"/>.</summary>
    internal static double WithOneMore(double loadErlangs, int trunks, double blocking)
    {
        var turnedAway = loadErlangs * blocking;
        return turnedAway / (trunks + 1 + turnedAway);
    }

    /// <summary>Probabilities of all states up to the last, relative to the last.</summary>
    static double SumDownwards(double load, int trunks)
    {
        var inverse = 1 / load;
        var (sum, term) = (1.0, 1.0);
        for (var busy = trunks; busy > 0; busy--)
        {
            term *= busy * inverse;
            sum += term;
            if (term < Negligible * sum && busy < load) break;
        }

        return sum;
    }

    /// <summary>Probabilities of the states beyond the last, if there were any, relative to it; load ≤ trunks.</summary>
    static double SumUpwards(double load, int trunks)
    {
        var (sum, term) = (0.0, 1.0);
        for (var busy = trunks + 1.0; ; busy++)
        {
            term *= load / busy;
            sum += term;
            if (term < Negligible * sum || term == 0) return sum;
        }
    }
}
