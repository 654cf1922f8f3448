namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// A history of counts as days of equal slots. A day on which nothing is known (closed, or missing) is empty; so may single
/// slots be. Both are <see cref="double.NaN"/>.
/// </summary>
/// <param name="Values">[day, slot]: contacts per slot (or whatever is counted), ≥ 0 or NaN; days follow one another.</param>
/// <param name="FirstDay">Number of the first day: <see cref="DateOnly.DayNumber"/> where it has a date, else 0.</param>
/// <param name="Week">Days after which a day resembles an earlier one: 7, or what was found; 1 for no such cycle.</param>
/// <param name="Starts">When each slot begins, as the file wrote it; null for a series without dates.</param>
public sealed record Series(double[,] Values, int FirstDay, int Week, IReadOnlyList<string>? Starts)
{
    public int Days => Values.GetLength(0);

    public int Slots => Values.GetLength(1);

    public bool HasDates => Starts is not null;

    public double this[int day, int slot] => Values[day, slot];

    /// <summary>Which day of its week a day is, from 0. Also for days after the last.</summary>
    public int DayOfWeek(int day) => (FirstDay + day) % Week;

    public DateOnly Date(int day) => DateOnly.FromDayNumber(FirstDay + day);

    /// <summary>Whether anything is known of a day.</summary>
    public bool IsOpen(int day)
    {
        for (var slot = 0; slot < Slots; slot++)
            if (!double.IsNaN(Values[day, slot])) return true;
        return false;
    }

    /// <summary>The sum of a day; a slot that is missing counts as nothing.</summary>
    public double Total(int day)
    {
        var sum = 0.0;
        for (var slot = 0; slot < Slots; slot++)
            if (!double.IsNaN(Values[day, slot])) sum += Values[day, slot];
        return sum;
    }

    /// <summary>What was known before a day.</summary>
    public Series Before(int day)
    {
        var values = new double[day, Slots];
        Array.Copy(Values, values, values.Length);
        return this with { Values = values };
    }

    /// <summary>The latest open days, before <paramref name="day"/>, that are the same day of the week; the latest first.</summary>
    public IEnumerable<int> SameDays(int day)
    {
        var first = day - Week;
        while (first >= Days) first -= Week;
        for (var same = first; same >= 0; same -= Week)
            if (IsOpen(same)) yield return same;
    }

    /// <summary>Whether this day of the week is usually open: at least once in its last four turns.</summary>
    public bool IsUsuallyOpen(int day)
    {
        var same = day - Week;
        while (same >= Days) same -= Week;
        for (var turn = 0; turn < 4 && same >= 0; turn++, same -= Week)
            if (IsOpen(same)) return true;
        return false;
    }
}
