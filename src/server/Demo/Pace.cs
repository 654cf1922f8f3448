namespace Centrala.Server.Demo;

/// <summary>How long invented people take. Random, because a floor that ticks like a clock teaches nothing.</summary>
static class Pace
{
    const double LongestTypingSeconds = 14;

    /// <summary>Between seeing something and acting.</summary>
    public static TimeSpan Between(double leastSeconds, double mostSeconds) =>
        TimeSpan.FromSeconds(leastSeconds + Random.Shared.NextDouble() * (mostSeconds - leastSeconds));

    /// <summary>Until the next of many independent arrivals.</summary>
    /// <param name="perSecond">Greater than 0.</param>
    public static TimeSpan UntilNext(double perSecond) => TimeSpan.FromSeconds(-Math.Log(1 - Random.Shared.NextDouble()) / perSecond);

    /// <summary>Thinking, then typing at six to nine letters a second (people prepare answers while they read).</summary>
    public static TimeSpan Writing(string text)
    {
        var lettersPerSecond = 6 + Random.Shared.NextDouble() * 3;
        return Between(1.5, 4) + TimeSpan.FromSeconds(Math.Min(LongestTypingSeconds, text.Length / lettersPerSecond));
    }

    public static T Any<T>(IReadOnlyList<T> among) => among[Random.Shared.Next(among.Count)];
}
