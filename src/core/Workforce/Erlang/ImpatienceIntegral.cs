namespace Centrala.Core.Workforce;

/// <summary>
/// The queue of impatient customers as an integral over the wait that a very patient one would have: the same effort
/// for ten agents as for a million.
/// </summary>
/// <remarks>
/// With z the wait in patiences, the density of that wait is e^φ(z) up to a factor, φ(z) = arriving · (1 − e^-z) −
/// freeing · z: log-concave, so that a few panels around its peak hold all of it. Source: docs/sources.md#impatience.
/// </remarks>
/// <param name="Log">φ at the peak: what follows is divided by e^Log.</param>
/// <param name="All">∫ e^φ dz.</param>
/// <param name="Lost">∫ (1 − e^-z) e^φ dz: those who lose patience.</param>
/// <param name="Served">∫ e^-z e^φ dz: those who are answered.</param>
/// <param name="ServedWait">∫ z e^-z e^φ dz.</param>
readonly record struct ImpatienceIntegral(double Log, double All, double Lost, double Served, double ServedWait)
{
    /// <summary>What lies so far below the peak (in powers of e) is nothing beside it.</summary>
    const double Depth = 45;
    const int Panels = 6;

    static readonly (double Place, double Weight)[] nodes = GaussLegendre(16);

    /// <param name="freeing">As in <see cref="ImpatienceSeries"/>; > 0.</param>
    /// <param name="arriving">As there; > 0.</param>
    /// <param name="from">In patiences; ≥ 0.</param>
    /// <param name="to">In patiences; may be infinite.</param>
    public static ImpatienceIntegral Of(double freeing, double arriving, double from, double to)
    {
        var peak = Math.Clamp(Math.Log(arriving / freeing), from, to);
        var arrivingAtPeak = arriving * Math.Exp(-peak);
        var slope = peak > from && peak < to ? 0 : arrivingAtPeak - freeing;
        var sums = new Sums(peak, arrivingAtPeak, slope);
        var reach = Reach(arrivingAtPeak, slope);
        sums.Add(0, Math.Min(reach, to - peak));
        sums.Add(-Math.Min(reach, peak - from), 0);
        return new(Exponent(arriving, arriving - freeing, peak), sums.All, sums.Lost, sums.Served, sums.ServedWait);
    }

    /// <summary>φ(z + base) − φ(base), by the arrivals and the slope at the base.</summary>
    public static double Exponent(double arriving, double slope, double z) => slope * z - arriving * Bend(z);

    /// <summary>How far from the peak, at most, the integrand lies above its <see cref="Depth"/>.</summary>
    static double Reach(double arriving, double slope)
    {
        // Bend(z) ≥ z² ÷ (2 + z) on both sides of the peak.
        var share = Depth / arriving;
        var byBend = (share + Math.Sqrt(share * share + 8 * share)) / 2;
        return slope == 0 ? byBend : Math.Min(byBend, Depth / Math.Abs(slope));
    }

    /// <summary>z + e^-z − 1, without cancellation near 0.</summary>
    static double Bend(double z)
    {
        if (Math.Abs(z) > 0.1) return z + double.ExpM1(-z);
        var (sum, term) = (0.0, -z);
        for (var power = 2; power <= 12; power++)
        {
            term *= -z / power;
            sum += term;
        }

        return sum;
    }

    struct Sums(double peak, double arriving, double slope)
    {
        public double All, Lost, Served, ServedWait;

        /// <param name="from">Relative to the peak, as <paramref name="to"/>.</param>
        public void Add(double from, double to)
        {
            var width = (to - from) / Panels;
            if (!(width > 0)) return;
            for (var panel = 0; panel < Panels; panel++)
            {
                foreach (var (place, weight) in nodes)
                {
                    AddNode(from + width * (panel + place), width * weight);
                }
            }
        }

        void AddNode(double offset, double weight)
        {
            var density = weight * Math.Exp(Exponent(arriving, slope, offset));
            var wait = peak + offset;
            var lost = -double.ExpM1(-wait);
            All += density;
            Lost += density * lost;
            Served += density * (1 - lost);
            ServedWait += density * (1 - lost) * wait;
        }
    }

    /// <summary>Places and weights in [0, 1] that integrate polynomials up to degree 2n − 1 exactly.</summary>
    static (double Place, double Weight)[] GaussLegendre(int count)
    {
        var found = new (double, double)[count];
        for (var root = 0; root < count; root++)
        {
            var x = Math.Cos(Math.PI * (root + 0.75) / (count + 0.5));
            var derivative = 0.0;
            for (var round = 0; round < 8; round++)
            {
                var (before, value) = (1.0, x);
                for (var degree = 2; degree <= count; degree++)
                {
                    (before, value) = (value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree);
                }

                derivative = count * (x * value - before) / (x * x - 1);
                x -= value / derivative;
            }

            found[root] = ((1 + x) / 2, 1 / ((1 - x * x) * derivative * derivative));
        }

        return found;
    }
}
