namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// How large a new queue is beside one that it resembles, from the days that both have had: the other's forecast times this
/// level is the new one's, until it has a history of its own.
/// </summary>
/// <param name="Level">Contacts of the new one for each of the other's; ≥ 0.</param>
/// <param name="Doubt">Relative standard error of the level: large after two days, small after twenty.</param>
/// <param name="Days">Days in common.</param>
public sealed record LikeAnother(double Level, double Doubt, int Days)
{
    /// <summary>How much the ratio of two queues differs from day to day, beyond chance, while too few days tell.</summary>
    const double UsualDeviation = 0.15;
    const int DaysTelling = 5;

    /// <returns>Null when no slot of both is known.</returns>
    public static LikeAnother? Of(Series own, Series other)
    {
        var slots = own.Starts!.Index().Select(pair => (Own: pair.Index, Other: other.Starts!.ToList().IndexOf(pair.Item)))
            .Where(pair => pair.Other >= 0).ToArray();
        List<(double Own, double Other)> days = [];
        for (var day = 0; day < own.Days; day++)
        {
            var same = own.FirstDay + day - other.FirstDay;
            if (same < 0 || same >= other.Days) continue;
            var known = slots.Where(slot => !double.IsNaN(own[day, slot.Own]) && !double.IsNaN(other[same, slot.Other])).ToArray();
            var pair = (known.Sum(slot => own[day, slot.Own]), known.Sum(slot => other[same, slot.Other]));
            if (pair.Item2 > 0) days.Add(pair);
        }
        if (days.Count == 0) return null;
        var (came, beside) = (days.Sum(day => day.Own), days.Sum(day => day.Other));
        return new(came / beside, Math.Sqrt(Variance(days, came / beside) / days.Count + 1 / Math.Max(1, came)), days.Count);
    }

    /// <summary>Relative, of one day's ratio.</summary>
    static double Variance(List<(double Own, double Other)> days, double level)
    {
        if (days.Count < DaysTelling || level == 0) return UsualDeviation * UsualDeviation;
        return days.Sum(day => Math.Pow(day.Own / (level * day.Other) - 1, 2)) / (days.Count - 1);
    }
}
