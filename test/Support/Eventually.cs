using System.Diagnostics;

namespace Centrala.Testing;

/// <summary>Waits for a condition, with a deadline; never for an amount of time.</summary>
public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <exception cref="TimeoutException">The condition did not come true.</exception>
    public static async Task Holds(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience) throw new TimeoutException("What was waited for did not happen.");
            await Task.Delay(Pause);
        }
    }

    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));
}
