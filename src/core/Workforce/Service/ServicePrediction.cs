using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.Service;

/// <summary>What is known of a queue before a day: nothing of the day itself.</summary>
/// <param name="Forecast">Contacts by slot; ≥ 0.</param>
/// <param name="Spread">How far such forecasts were off before.</param>
/// <param name="HandleSeconds">As they were: the day's are drawn from them.</param>
/// <param name="PatienceSeconds">Mean.</param>
/// <param name="Scheduled">Agents by slot.</param>
/// <param name="Absences">The share that was missing, of each of some earlier days, in [0, 1].</param>
public sealed record QueueOutlook(
    IReadOnlyList<double> Forecast, VolumeSpread Spread, IReadOnlyList<double> HandleSeconds, double PatienceSeconds,
    IReadOnlyList<int> Scheduled, IReadOnlyList<double> Absences);

/// <summary>The service level of one slot as it is predicted: a mean and the narrowest range that has the wanted share.</summary>
/// <param name="Low">In [0, 1].</param>
public readonly record struct PredictedLevel(double Mean, double Low, double High);

/// <summary>
/// Predicts the service level of each slot of a day by playing the day many times, each with a volume, handle times and an
/// absence that the past makes likely. Whatever differs from day to day differs between the plays.
/// </summary>
public static class ServicePrediction
{
    /// <summary>Enough for the ends of the range to stand within a point or two.</summary>
    public const int PlaysUsual = 600;

    /// <param name="share">Of all plays, that the range is to hold; in (0, 1).</param>
    /// <returns>By slot; null where nobody is expected.</returns>
    public static IReadOnlyList<PredictedLevel?> Of(
        QueueOutlook outlook, double slotSeconds, double withinSeconds, double share, ulong seed, int plays = PlaysUsual)
    {
        var levels = outlook.Forecast.Select(_ => new List<double>()).ToArray();
        for (var play = 0; play < plays; play++)
        {
            var absent = outlook.Absences.Count == 0 ? 0 : AbsenceOf(outlook, seed, play);
            int[] there = [.. outlook.Scheduled.Select(agents => (int)Math.Round(agents * (1 - absent)))];
            var day = QueueDay.Play(Contacts(outlook, slotSeconds, seed, play), there, slotSeconds, withinSeconds);
            for (var slot = 0; slot < day.Count; slot++)
                if (day[slot].ServiceLevel is { } level) levels[slot].Add(level);
        }
        return [.. levels.Select(list => list.Count == 0 ? (PredictedLevel?)null : Narrowest(list, share))];
    }

    static double AbsenceOf(QueueOutlook outlook, ulong seed, int play)
    {
        var dice = new RandomStream(seed, play, 0, Purpose.Absence);
        return outlook.Absences[(int)(dice.Share() * outlook.Absences.Count)];
    }

    /// <summary>A day's contacts in the order of their arrival.</summary>
    static List<DayContact> Contacts(QueueOutlook outlook, double slotSeconds, ulong seed, int play)
    {
        var volume = new RandomStream(seed, play, 0, Purpose.Volume);
        var arrivals = new RandomStream(seed, play, 0, Purpose.Arrivals);
        var handling = new RandomStream(seed, play, 0, Purpose.HandleTime);
        var patience = new RandomStream(seed, play, 0, Purpose.Patience);
        List<DayContact> contacts = [];
        var ofDay = Factor(ref volume, outlook.Spread.OfDays);
        for (var slot = 0; slot < outlook.Forecast.Count; slot++)
        {
            var expected = outlook.Forecast[slot] * ofDay * Factor(ref volume, outlook.Spread.OfSlots);
            for (var at = arrivals.Exponential() / expected; at < 1; at += arrivals.Exponential() / expected)
                contacts.Add(new((slot + at) * slotSeconds, outlook.HandleSeconds[(int)(handling.Share() * outlook.HandleSeconds.Count)],
                    patience.Exponential() * outlook.PatienceSeconds));
        }
        return contacts;
    }

    /// <returns>Random with mean 1 and this standard deviation.</returns>
    static double Factor(ref RandomStream stream, double deviation)
    {
        if (deviation == 0) return 1;
        var shape = 1 / (deviation * deviation);
        return stream.Gamma(shape) / shape;
    }

    /// <summary>Service levels often lie at 100 %: a range from quantile to quantile would hold more than its share.</summary>
    static PredictedLevel Narrowest(List<double> levels, double share)
    {
        levels.Sort();
        var held = Math.Max(1, (int)Math.Ceiling(share * levels.Count));
        var best = 0;
        for (var first = 1; first + held <= levels.Count; first++)
            if (levels[first + held - 1] - levels[first] < levels[best + held - 1] - levels[best]) best = first;
        return new(levels.Average(), levels[best], levels[best + held - 1]);
    }
}
