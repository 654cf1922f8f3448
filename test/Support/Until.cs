using System.Diagnostics;

namespace Centrala.Testing;

/// <summary>Waits for a condition instead of for a time.</summary>
public static class Until
{
    /// <summary>Long enough for a busy machine; a test that passes never waits for it.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The condition did not come true.</exception>
    public static async Task True(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > patience) throw new TimeoutException("The condition did not come true.");
            await Task.Delay(10);
        }
    }

    public static Task True(Func<bool> condition) => True(() => Task.FromResult(condition()));
}
