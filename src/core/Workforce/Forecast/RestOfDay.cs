using Centrala.Core.Workforce.Service;

namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// Forecasts the rest of a day from its morning: the day's forecast times a level, which lies between 1 and what the morning
/// showed; the nearer to the morning, the more days have differed as a whole and the more the morning has shown.
/// </summary>
/// <param name="Level">What the day is held to be, relative to its forecast; ≥ 0.</param>
/// <param name="Values">By slot; those of the morning as they came.</param>
/// <param name="Interval">Four in five of the rest lie within; null when too little was known.</param>
public sealed record RestOfDay(double Level, IReadOnlyList<double> Values, PredictionInterval? Interval)
{
    /// <summary>How many days before are forecast from their own morning, to learn how far that is off.</summary>
    const int DaysTried = 42;

    /// <param name="day">The day whose first slots are known.</param>
    /// <param name="known">So many slots; ≥ 1.</param>
    public static RestOfDay From(Forecaster forecaster, Choice choice, int day, int known)
    {
        var before = Enumerable.Range(Math.Max(0, day - DaysTried), Math.Min(day, DaysTried))
            .Where(earlier => earlier >= 2 * forecaster.Series.Week && forecaster.Series.IsOpen(earlier))
            .Select(earlier => Day(forecaster, choice, earlier)).ToArray();
        var spread = VolumeSpread.From(before);
        var past = before.SelectMany(earlier =>
        {
            var level = LevelOf(earlier, known, spread);
            return earlier.Skip(known).Select(slot => (slot.Came, level * slot.Forecast));
        });
        var today = Day(forecaster, choice, day);
        var ofToday = LevelOf(today, known, spread);
        return new(ofToday, [.. today.Select((slot, at) => at < known ? slot.Came : ofToday * slot.Forecast)],
            PredictionInterval.From(past, BackTest.Share));
    }

    static (double Came, double Forecast)[] Day(Forecaster forecaster, Choice choice, int day)
    {
        var forecast = forecaster.Forecast(choice, day, 1);
        return [.. Enumerable.Range(0, forecaster.Series.Slots).Select(slot =>
            (double.IsNaN(forecaster.Series[day, slot]) ? 0 : forecaster.Series[day, slot], forecast[0, slot]))];
    }

    /// <summary>Weighs the morning against the forecast by their variances.</summary>
    static double LevelOf((double Came, double Forecast)[] day, int known, VolumeSpread spread)
    {
        var (came, forecast) = (day.Take(known).Sum(slot => slot.Came), day.Take(known).Sum(slot => slot.Forecast));
        if (forecast <= 0) return 1;
        var ofDays = spread.OfDays * spread.OfDays;
        var squares = day.Take(known).Sum(slot => slot.Forecast * slot.Forecast);
        var ofMorning = (forecast + spread.OfSlots * spread.OfSlots * squares) / (forecast * forecast);
        return Math.Max(0, 1 + ofDays / (ofDays + ofMorning) * (came / forecast - 1));
    }
}
