using System.Numerics;

namespace Centrala.Core.Workforce.Simulation;

/// <summary>What a stream of random numbers is for: each purpose draws from its own, so that a change of staff leaves
/// every customer's arrival, matter and patience as they were.</summary>
enum Purpose
{
    Arrivals = 1,
    HandleTime = 2,
    WrapUp = 3,
    Patience = 4,
    Redials = 5,
    Volume = 6,

    /// <summary>How long an agent takes to answer an offer.</summary>
    Answer = 7,

    /// <summary>How long an agent is away who missed an offer.</summary>
    Return = 8,

    /// <summary>Which earlier day's absence a played day has.</summary>
    Absence = 9,
}

/// <summary>Random numbers that are the same on every machine (xoshiro256++: docs/sources.md#xoshiro).</summary>
struct RandomStream
{
    /// <summary>2^64 ÷ the golden ratio.</summary>
    const ulong Odd = 0x9E3779B97F4A7C15;

    ulong one, two, three, four;

    /// <param name="subject">Whose numbers these are: the queue's place in the scenario.</param>
    public RandomStream(ulong seed, int replication, int subject, Purpose purpose)
    {
        var state = Absorb(Absorb(Absorb(seed, replication), subject), (int)purpose);
        one = Scatter(state += Odd);
        two = Scatter(state += Odd);
        three = Scatter(state += Odd);
        four = Scatter(state + Odd);
    }

    /// <returns>In (0, 1): never 0, so that its logarithm is finite.</returns>
    public double Share() => ((Next() >> 11) + 0.5) * (1.0 / (1L << 53));

    /// <returns>Exponential with mean 1.</returns>
    public double Exponential() => -Math.Log(Share());

    /// <returns>Normal with mean 0 and standard deviation 1 (Marsaglia's polar form).</returns>
    public double Normal()
    {
        while (true)
        {
            var (x, y) = (2 * Share() - 1, 2 * Share() - 1);
            var square = x * x + y * y;
            if (square < 1) return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <returns>Gamma with this shape and scale 1 (docs/sources.md#gamma).</returns>
    public double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(Share(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal();
            var root = 1 + c * normal;
            if (root <= 0) continue;
            var cube = root * root * root;
            if (Math.Log(Share()) < normal * normal / 2 + d - d * cube + d * Math.Log(cube)) return d * cube;
        }
    }

    ulong Next()
    {
        var result = BitOperations.RotateLeft(one + four, 23) + one;
        var shifted = two << 17;
        three ^= one;
        four ^= two;
        two ^= three;
        one ^= four;
        three ^= shifted;
        four = BitOperations.RotateLeft(four, 45);
        return result;
    }

    static ulong Absorb(ulong state, int value) => Scatter((state + Odd) ^ Scatter((uint)value + Odd));

    /// <summary>The finalizer of SplitMix64 (docs/sources.md#splitmix).</summary>
    static ulong Scatter(ulong mixed)
    {
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
