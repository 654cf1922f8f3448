using Centrala.Core.Workforce.Simulation;

namespace Centrala.Server.Workforce;

/// <summary>Replications of a scenario beside one another, one a processor.</summary>
static class Replications
{
    /// <param name="progress">Told how many are done, out of how many.</param>
    /// <returns>In the order of their numbers, whichever was done first.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<ReplicationResult> Run(
        Scenario scenario, ulong seed, int count, CancellationToken stop, Action<int, int>? progress = null)
    {
        var results = new ReplicationResult[count];
        var done = 0;
        var rules = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, count, rules, number =>
        {
            results[number] = new Replication(scenario, seed, number).Run(stop);
            progress?.Invoke(Interlocked.Increment(ref done), count);
        });
        return results;
    }
}
