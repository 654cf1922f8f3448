namespace Centrala.Core.Workforce.Service;

/// <summary>
/// By how much volumes differ from their forecast beyond chance (Poisson): whole days together, and slots by themselves.
/// </summary>
/// <param name="OfDays">Relative standard deviation of a factor that a day's slots have in common; ≥ 0.</param>
/// <param name="OfSlots">Relative standard deviation of each slot's own factor; ≥ 0.</param>
public sealed record VolumeSpread(double OfDays, double OfSlots)
{
    /// <summary>From days that came and what had been forecast for them before.</summary>
    /// <param name="days">Each with its slots; a day without a forecast counts for nothing.</param>
    public static VolumeSpread From(IEnumerable<IReadOnlyList<(double Came, double Forecast)>> days)
    {
        var (ofDays, dayWeight, ofSlots, slotWeight) = (0.0, 0.0, 0.0, 0.0);
        foreach (var day in days)
        {
            var (came, forecast) = (day.Sum(slot => slot.Came), day.Sum(slot => slot.Forecast));
            if (forecast <= 0 || came <= 0) continue;
            // Squares beyond what chance alone makes; the day's own level is taken off before its slots are looked at.
            ofDays += (came - forecast) * (came - forecast) - came;
            dayWeight += forecast * forecast;
            foreach (var slot in day)
            {
                var level = slot.Forecast * came / forecast;
                ofSlots += (slot.Came - level) * (slot.Came - level) - level * (1 - slot.Forecast / forecast);
                slotWeight += level * level;
            }
        }
        var slots = slotWeight > 0 ? Math.Max(0, ofSlots / slotWeight) : 0;
        return new(dayWeight > 0 ? Math.Sqrt(Math.Max(0, ofDays / dayWeight)) : 0, Math.Sqrt(slots));
    }
}
