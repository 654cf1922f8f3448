using System.Globalization;
using System.Text;
using Centrala.Core.Workforce.Forecast;

namespace Centrala.Core.Tests.Workforce.Forecast;

/// <summary>Made-up histories whose law is known: what a forecast should find.</summary>
static class History
{
    public static readonly DateOnly Monday = new(2026, 1, 5);

    static readonly string[] starts = ["09:00", "09:30", "10:00", "10:30"];

    /// <summary>What the law says of a slot of a weekday.</summary>
    public static double Law(int day, int slot) => 100 + 20 * (day % 7) + 10 * slot;

    /// <summary>Five days a week, four slots a day; <paramref name="noise"/> is the share by which values stray.</summary>
    public static Series Weekdays(int weeks, double noise = 0, Func<int, double>? factor = null)
    {
        var read = SeriesText.Parse(Text(weeks, noise, factor)).ByDate!;
        // Up to the Sunday, so that what comes next is a Monday.
        var values = new double[weeks * 7, read.Slots];
        for (var day = 0; day < weeks * 7; day++)
            for (var slot = 0; slot < read.Slots; slot++) values[day, slot] = day < read.Days ? read[day, slot] : double.NaN;
        return read with { Values = values };
    }

    public static string Text(int weeks, double noise = 0, Func<int, double>? factor = null)
    {
        var text = new StringBuilder("date,start,calls\n");
        var stray = new Strays();
        for (var day = 0; day < weeks * 7; day++)
            for (var slot = 0; slot < 4 && day % 7 < 5; slot++)
            {
                var share = factor?.Invoke(day) ?? 1;
                if (share > 0)
                    text.Append(CultureInfo.InvariantCulture,
                        $"{Monday.AddDays(day):yyyy-MM-dd},{starts[slot]},{Law(day, slot) * share * (1 + noise * stray.Next()):F3}\n");
            }
        return text.ToString();
    }

    /// <summary>Two cycles, of 8 and of 56 slots, with strays.</summary>
    public static double[] TwoCycles(int weeks)
    {
        var stray = new Strays();
        return [.. Enumerable.Range(0, weeks * 56).Select(at =>
            1000 + 100 * Math.Sin(2 * Math.PI * at / 8) + (at / 8 % 7 >= 5 ? -300 : 0) + 5 * stray.Next())];
    }

    /// <summary>Numbers in [−1, 1) that are the same in every run.</summary>
    public sealed class Strays
    {
        uint state = 12345;

        public double Next() => (state = state * 1664525 + 1013904223) / 2147483648.0 - 1;
    }
}
