namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// A series for methods that want every value: weekdays that are never open are left out, and so the week is shorter; what is
/// missing on the others is filled with the median of the nearest same weekdays.
/// </summary>
sealed class FilledSeries
{
    const int Neighbours = 4;

    readonly Series series;
    readonly int[] open;

    public FilledSeries(Series series)
    {
        this.series = series;
        open = [.. Enumerable.Range(0, Math.Min(series.Week, series.Days)).Where(IsEverOpen)];
        var days = Enumerable.Range(0, series.Days).Where(IsOpenWeekday).ToArray();
        Values = new double[days.Length * series.Slots];
        for (var day = 0; day < days.Length; day++)
            for (var slot = 0; slot < series.Slots; slot++) Values[day * series.Slots + slot] = At(days[day], slot);
    }

    /// <summary>All slots of all days, one after the other.</summary>
    public double[] Values { get; }

    /// <summary>Slots after which a week has passed.</summary>
    public int WeekSlots => open.Length * series.Slots;

    /// <summary>Lays slots that follow on <see cref="Values"/> over the days to come; closed days get nothing.</summary>
    public double[,] Lay(int days, SpecialDays calendar, Func<int, double> ahead)
    {
        var forecast = new double[days, series.Slots];
        var next = 0;
        for (var day = 0; day < days; day++)
        {
            if (!IsOpenWeekday(series.Days + day)) continue;
            for (var slot = 0; slot < series.Slots; slot++, next++)
                if (!calendar.IsClosed(series, series.Days + day)) forecast[day, slot] = Math.Max(0, ahead(next));
        }
        return forecast;
    }

    bool IsOpenWeekday(int day) => Array.BinarySearch(open, day % series.Week) >= 0;

    bool IsEverOpen(int weekday)
    {
        for (var day = weekday; day < series.Days; day += series.Week)
            if (series.IsOpen(day)) return true;
        return false;
    }

    double At(int day, int slot)
    {
        if (!double.IsNaN(series[day, slot])) return series[day, slot];
        List<double> near = [];
        for (var turns = 1; near.Count < Neighbours && turns * series.Week < series.Days; turns++)
            foreach (var other in new[] { day - turns * series.Week, day + turns * series.Week })
                if (other >= 0 && other < series.Days && !double.IsNaN(series[other, slot])) near.Add(series[other, slot]);
        near.Sort();
        return near.Count == 0 ? 0 : (near[(near.Count - 1) / 2] + near[near.Count / 2]) / 2;
    }
}
