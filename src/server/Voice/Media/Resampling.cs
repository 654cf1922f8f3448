namespace Centrala.Server.Voice.Media;

/// <summary>Brings samples to a lower rate: what telephones cannot carry is filtered out first, or it would be heard as whistling.</summary>
static class Resampling
{
    /// <summary>Half the length of the filter, in samples of the lower rate: steep enough for speech.</summary>
    const int Reach = 16;

    /// <summary>The filter is worked out at so many places between two samples.</summary>
    const int Places = 64;

    /// <summary>How much of the band below half the lower rate is kept.</summary>
    const double Kept = 0.92;

    /// <param name="from">Not less than <paramref name="to"/>.</param>
    public static short[] To(int to, int from, ReadOnlySpan<short> samples)
    {
        if (from == to) return samples.ToArray();
        var step = (double)from / to;
        var filter = Filter();
        var made = new short[(int)(samples.Length / step)];
        for (var i = 0; i < made.Length; i++) made[i] = At(i * step, step, samples, filter);
        return made;
    }

    static short At(double centre, double step, ReadOnlySpan<short> samples, double[] filter)
    {
        var reach = Reach * step;
        var (first, last) = (Math.Max(0, (int)Math.Ceiling(centre - reach)), Math.Min(samples.Length - 1, (int)(centre + reach)));
        double sum = 0, weight = 0;
        for (var j = first; j <= last; j++)
        {
            var tap = filter[(int)(Math.Abs(j - centre) / step * Places)];
            sum += tap * samples[j];
            weight += tap;
        }
        return (short)Math.Clamp(Math.Round(weight == 0 ? 0 : sum / weight), short.MinValue, short.MaxValue);
    }

    /// <summary>One half of a windowed sinc (Hann), by its distance from the middle.</summary>
    static double[] Filter()
    {
        var made = new double[Reach * Places + 1];
        for (var i = 0; i < made.Length; i++)
        {
            var distance = (double)i / Places;
            var angle = Math.PI * Kept * distance;
            var sinc = angle == 0 ? 1 : Math.Sin(angle) / angle;
            made[i] = sinc * (0.5 + 0.5 * Math.Cos(Math.PI * distance / Reach));
        }
        return made;
    }
}
