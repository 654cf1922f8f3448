namespace Centrala.Server.Organisation;

/// <summary>A stretch of a day in minutes since midnight by the wall clock: open from the first, closed from the last.</summary>
/// <param name="OpensMinute">0–1439.</param>
/// <param name="ClosesMinute">1–1440, after <paramref name="OpensMinute"/>. What runs past midnight is a period of each day.</param>
public readonly record struct OpeningPeriod(int OpensMinute, int ClosesMinute)
{
    public bool Covers(TimeSpan sinceMidnight) =>
        sinceMidnight >= TimeSpan.FromMinutes(OpensMinute) && sinceMidnight < TimeSpan.FromMinutes(ClosesMinute);
}

/// <summary>When work is taken: periods for each day of the week by a place's wall clock, and days that differ.</summary>
/// <param name="zone">The place whose clock counts, its changes to and from summer time included.</param>
/// <param name="week">Seven lists, Sunday first as <see cref="DayOfWeek"/> counts.</param>
/// <param name="exceptions">Days with periods of their own; an empty list is a holiday.</param>
public sealed class OpeningCalendar(
    TimeZoneInfo zone, IReadOnlyList<IReadOnlyList<OpeningPeriod>> week,
    IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningPeriod>> exceptions)
{
    /// <summary>How far ahead an opening is looked for: more than a year, so that a yearly day is found.</summary>
    public const int DaysAhead = 400;

    /// <summary>Never closes.</summary>
    public static readonly OpeningCalendar Always = new(
        TimeZoneInfo.Utc, [.. Enumerable.Repeat<IReadOnlyList<OpeningPeriod>>([new(0, 1440)], 7)],
        new Dictionary<DateOnly, IReadOnlyList<OpeningPeriod>>());

    /// <summary>Never opens: an emergency.</summary>
    public static readonly OpeningCalendar Never = new(
        TimeZoneInfo.Utc, [.. Enumerable.Repeat<IReadOnlyList<OpeningPeriod>>([], 7)],
        new Dictionary<DateOnly, IReadOnlyList<OpeningPeriod>>());

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return PeriodsOf(DateOnly.FromDateTime(local.DateTime)).Any(period => period.Covers(local.TimeOfDay));
    }

    /// <returns><paramref name="at"/> itself when it is open then; null when nothing opens within <see cref="DaysAhead"/> days.</returns>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => IsOpen(at) ? at : NextChange(at, opens: true);

    /// <returns>
    /// The first instant from <paramref name="at"/> on at which it is closed; null when it stays open for
    /// <see cref="DaysAhead"/> days.
    /// </returns>
    public DateTimeOffset? NextClosing(DateTimeOffset at) => IsOpen(at) ? NextChange(at, opens: false) : at;

    /// <returns>When it opens or closes next; null when it stays as it is for <see cref="DaysAhead"/> days.</returns>
    public DateTimeOffset? NextChange(DateTimeOffset at) => NextChange(at, opens: !IsOpen(at));

    DateTimeOffset? NextChange(DateTimeOffset after, bool opens)
    {
        var first = DateOf(after);
        for (var day = 0; day <= DaysAhead; day++)
        {
            var candidates = CandidatesOf(first.AddDays(day)).Where(at => at > after && IsOpen(at) == opens);
            if (candidates.Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } found) return found.ToUniversalTime();
        }
        return null;
    }

    /// <summary>The instants of a day at which something may change: its periods' borders, and a jump of the clock.</summary>
    IEnumerable<DateTimeOffset> CandidatesOf(DateOnly date) => PeriodsOf(date)
        .SelectMany(period => (int[])[period.OpensMinute, period.ClosesMinute])
        .SelectMany(minute => InstantsOf(date, minute))
        .Concat(InstantsOf(date, 0))
        .Concat(JumpNear(date) is { } jump && DateOf(jump) == date ? [jump] : []);

    /// <summary>None for a time that the clock skips, two for one that it shows twice.</summary>
    IEnumerable<DateTimeOffset> InstantsOf(DateOnly date, int minute)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (zone.IsInvalidTime(local)) return [];
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset))
            : [new DateTimeOffset(local, zone.GetUtcOffset(local))];
    }

    /// <summary>The instant at which the clock is put forward or back on this day or a neighbour of it, to the second.</summary>
    DateTimeOffset? JumpNear(DateOnly date)
    {
        var before = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-1);
        var after = before.AddDays(3);
        var offset = zone.GetUtcOffset(before);
        if (zone.GetUtcOffset(after) == offset) return null;
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (zone.GetUtcOffset(middle) == offset) before = middle; else after = middle;
        }
        return after;
    }

    DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    IReadOnlyList<OpeningPeriod> PeriodsOf(DateOnly date) =>
        exceptions.TryGetValue(date, out var periods) ? periods : week[(int)date.DayOfWeek];
}
