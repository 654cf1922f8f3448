using Centrala.Core.Workforce.Forecast;
using Centrala.Server.Database;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce.Planning;

/// <summary>What came to a queue in whole days until yesterday, by half hours of the clock of its opening hours.</summary>
static class QueueHistory
{
    const int SlotMinutes = 30;
    const int SlotsADay = 1440 / SlotMinutes;

    /// <summary>Over so many days handle time is averaged.</summary>
    const int HandledDays = 56;

    const string Zone = """
        select coalesce(c.time_zone, 'UTC') from queue q left join opening_calendar c on c.id = q.opening_calendar_id
        where q.id = @queue and q.removed_at is null
        """;

    // By the partner as well: contacts are found by it.
    const string Counts = """
        select (local::date - date '0001-01-01')::int as day, (extract(epoch from local::time) / 60)::int / @SlotMinutes as slot,
               count(*)::int as contacts
        from (select k.arrived_at at time zone @zone as local from contact k join queue q on q.id = k.queue_id
              where q.id = @queue and k.partner_id = q.partner_id and k.arrived_at >= @from) one
        where local < (@now at time zone @zone)::date
        group by 1, 2 order by 1, 2
        """;

    const string Handled = """
        select avg(extract(epoch from coalesce(s.wrapped_up_at, s.ended_at) - s.connected_at))::float8 from segment s
        where s.queue_id = @queue and s.ended_at is not null and s.connected_at >= @from
        """;

    /// <returns>Null when there is no such queue, or, with a fault, when too little came so far.</returns>
    public static async Task<History?> Of(Work work, Guid queue, DateTimeOffset now, SpecialDays calendar, Faults faults)
    {
        if (await work.Single<string>(Zone, new { queue }) is not { } zone) return null;
        var counts = await work.Query<Count>(
            Counts, new { queue, zone, now, SlotMinutes, from = now.AddDays(-History.DaysMost) });
        var handled = await work.Single<double?>(Handled, new { queue, from = now.AddDays(-HandledDays) });
        if (counts.Count > 0) return History.Of(SeriesOf(counts), calendar, [], handled, faults, "queueId");
        faults.Add("queueId", Say($"No whole day of this queue is known yet."));
        return null;
    }

    /// <summary>Of a queue however young, by the slots of another one's: null while no whole day is known.</summary>
    public static async Task<Series?> OfYoung(Work work, Guid queue, DateTimeOffset now, Series other)
    {
        var zone = await work.Single<string>(Zone, new { queue });
        if (zone is null) return null;
        var counts = await work.Query<Count>(
            Counts, new { queue, zone, now, SlotMinutes, from = now.AddDays(-History.DaysMost) });
        return counts.Count > 0 ? SeriesOf(counts, SlotOf(other.Starts![0]), SlotOf(other.Starts![^1])) : null;
    }

    /// <summary>Today until the last slot that is over, by begin of the slot; and which slots those are.</summary>
    public static async Task<(DateOnly Date, int SlotsOver, IReadOnlyDictionary<string, double> Came)?> Today(
        Work work, Guid queue, DateTimeOffset now)
    {
        if (await work.Single<string>(Zone, new { queue }) is not { } zone) return null;
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        // As if tomorrow had come: what today has brought so far then counts as a whole day.
        var counts = await work.Query<Count>(Counts, new { queue, zone, now = now.AddDays(1), SlotMinutes, from = now.AddDays(-1) });
        var today = DateOnly.FromDateTime(local);
        var over = (int)local.TimeOfDay.TotalMinutes / SlotMinutes;
        return (today, over, counts.Where(one => one.Day == today.DayNumber && one.Slot < over)
            .ToDictionary(one => Start(one.Slot), one => (double)one.Contacts));
    }

    /// <summary>What came on whole days from one on, by date and begin of the slot.</summary>
    /// <returns>Null when there is no such queue.</returns>
    public static async Task<(DateOnly Today, IReadOnlyDictionary<(DateOnly Date, string Start), double> Came)?> Since(
        Work work, Guid queue, DateOnly first, DateTimeOffset now)
    {
        if (await work.Single<string>(Zone, new { queue }) is not { } zone) return null;
        // A day earlier: no zone is further from UTC.
        var from = new DateTimeOffset(first.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);
        var counts = await work.Query<Count>(Counts, new { queue, zone, now, SlotMinutes, from });
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        return (today, counts.Where(one => one.Day >= first.DayNumber)
            .ToDictionary(one => (DateOnly.FromDayNumber(one.Day), Start(one.Slot)), one => (double)one.Contacts));
    }

    /// <summary>A day without anybody counts as closed; a slot without anybody, on a day with others, as none.</summary>
    /// <param name="from">A slot of the day that the series has in any case, as it has <paramref name="to"/>.</param>
    static Series SeriesOf(IReadOnlyList<Count> counts, int from = SlotsADay, int to = 0)
    {
        var (first, last) = (counts[0].Day, counts[^1].Day);
        (from, to) = (Math.Min(from, counts.Min(one => one.Slot)), Math.Max(to, counts.Max(one => one.Slot)));
        var values = new double[last - first + 1, to - from + 1];
        var open = counts.Select(one => one.Day - first).ToHashSet();
        for (var day = 0; day < values.GetLength(0); day++)
            for (var slot = 0; slot < values.GetLength(1); slot++) values[day, slot] = open.Contains(day) ? 0 : double.NaN;
        foreach (var one in counts) values[one.Day - first, one.Slot - from] = one.Contacts;
        var starts = Enumerable.Range(from, to - from + 1).Select(slot => Start(slot % SlotsADay)).ToArray();
        return new(values, first, 7, starts);
    }

    static int SlotOf(string start) => (int)TimeOnly.ParseExact(start, "HH:mm", null).ToTimeSpan().TotalMinutes / SlotMinutes;

    /// <summary>Like 09:30, of the slots of a day counted from midnight.</summary>
    public static string Start(int slot) => FormattableString.Invariant($"{slot * SlotMinutes / 60:00}:{slot * SlotMinutes % 60:00}");

    sealed record Count(int Day, int Slot, int Contacts);
}
