namespace Centrala.Core.Workforce.Forecast;

/// <summary>Days that are not like their day of the week: public holidays and announced closings, by day number.</summary>
/// <param name="Holidays">With their names.</param>
/// <param name="Closed">Days on which nothing will be taken, whatever history says.</param>
public sealed record SpecialDays(IReadOnlyDictionary<int, string> Holidays, IReadOnlySet<int> Closed)
{
    public static readonly SpecialDays None = new(new Dictionary<int, string>(), new HashSet<int>());

    /// <summary>
    /// Whether a day brings nothing: it is announced so, its day of the week is never open, or it is a holiday and holidays
    /// were closed before.
    /// </summary>
    public bool IsClosed(Series history, int day) => day < history.Days
        ? !history.IsOpen(day)
        : Closed.Contains(history.FirstDay + day) || !history.IsUsuallyOpen(day)
            || (IsHoliday(history, day) && OpenHolidays(history).Count == 0 && WasClosedBefore(history));

    public bool IsHoliday(Series history, int day) => history.HasDates && Holidays.ContainsKey(history.FirstDay + day);

    /// <summary>Holidays of the past on which contacts came.</summary>
    public IReadOnlyList<int> OpenHolidays(Series history) =>
        [.. Enumerable.Range(0, history.Days).Where(day => IsHoliday(history, day) && history.IsOpen(day))];

    bool WasClosedBefore(Series history) => Enumerable.Range(0, history.Days).Any(day =>
        IsHoliday(history, day) && !history.IsOpen(day) && history.IsUsuallyOpen(day));
}
