namespace Centrala.Core.Workforce;

/// <summary>
/// The queue of impatient customers, state by state: exact and quick while few customers' patience fits into the time
/// that the agents take to free one place each.
/// </summary>
/// <remarks>
/// Everything is relative to the state in which all agents are busy and nobody waits, and divided by e^Log.
/// </remarks>
/// <param name="Log">Natural logarithm of the common factor.</param>
/// <param name="Waiting">States in which an arriving contact waits.</param>
/// <param name="Queue">The same, each times the number who wait.</param>
/// <param name="ServedWait">The wait of those who are answered, in patiences.</param>
readonly record struct ImpatienceSeries(double Log, double Waiting, double Queue, double ServedWait)
{
    const double Negligible = 1e-20;
    const double TooLarge = 1e200;

    /// <param name="freeing">Agents × patience ÷ Handle Time: places freed by agents while a customer is patient.</param>
    /// <param name="arriving">Load × patience ÷ Handle Time: customers who arrive meanwhile.</param>
    public static ImpatienceSeries Of(double freeing, double arriving)
    {
        var (log, term, waits) = (0.0, 1.0, 1 / (freeing + 1));
        var (waiting, queue, servedWait) = (1.0, 0.0, freeing * waits * waits);
        for (var place = 1; ; place++)
        {
            term *= arriving / (freeing + place);
            waits += 1 / (freeing + place + 1);
            waiting += term;
            queue += place * term;
            servedWait += term * freeing / (freeing + place + 1) * waits;
            if (place + freeing > arriving && place * term <= Negligible * queue) break;
            if (waiting < TooLarge) continue;
            log += Math.Log(waiting);
            (term, queue, servedWait, waiting) = (term / waiting, queue / waiting, servedWait / waiting, 1);
        }

        return new(log, waiting, queue, servedWait);
    }
}
