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
readonly record struct ImpatienceSeries(double Log, double Waiting, double Queue)
{
    /// <summary>Terms below this share of their sum, ever smaller behind it, are left out: together less than 1e-11 of it.</summary>
    const double Negligible = 1e-13;
    const double TooLarge = 1e200;

    /// <param name="freeing">Agents × patience ÷ Handle Time: places freed by agents while a customer is patient.</param>
    /// <param name="arriving">Load × patience ÷ Handle Time: customers who arrive meanwhile.</param>
    public static ImpatienceSeries Of(double freeing, double arriving)
    {
        var (log, term, waiting, queue) = (0.0, 1.0, 1.0, 0.0);
        for (var place = 1.0; ; place++)
        {
            term *= arriving / (freeing + place);
            waiting += term;
            queue += place * term;
            if (place + freeing > arriving && place * term <= Negligible * queue) break;
            if (waiting < TooLarge) continue;
            log += Math.Log(waiting);
            (term, queue, waiting) = (term / waiting, queue / waiting, 1);
        }

        return new(log, waiting, queue);
    }

    /// <summary>The wait of those who are answered, in patiences: relative and divided as the rest.</summary>
    public static double ServedWait(double freeing, double arriving, double log)
    {
        var (sum, logTerm, waits) = (0.0, -log, 0.0);
        for (var place = 0; ; place++)
        {
            waits += 1 / (freeing + place + 1);
            var next = Math.Exp(logTerm) * freeing / (freeing + place + 1) * waits;
            sum += next;
            if (place + freeing > arriving && next <= Negligible * sum) return sum;
            logTerm += Math.Log(arriving / (freeing + place + 1));
        }
    }
}
