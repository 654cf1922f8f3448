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
        faults.Add("queueId", "No whole day of this queue is known yet.");
        return null;
    }

    /// <summary>A day without anybody counts as closed; a slot without anybody, on a day with others, as none.</summary>
    static Series SeriesOf(IReadOnlyList<Count> counts)
    {
        var (first, last) = (counts[0].Day, counts[^1].Day);
        var (from, to) = (counts.Min(one => one.Slot), counts.Max(one => one.Slot));
        var values = new double[last - first + 1, to - from + 1];
        var open = counts.Select(one => one.Day - first).ToHashSet();
        for (var day = 0; day < values.GetLength(0); day++)
            for (var slot = 0; slot < values.GetLength(1); slot++) values[day, slot] = open.Contains(day) ? 0 : double.NaN;
        foreach (var one in counts) values[one.Day - first, one.Slot - from] = one.Contacts;
        var starts = Enumerable.Range(from, to - from + 1).Select(slot => Start(slot % SlotsADay)).ToArray();
        return new(values, first, 7, starts);
    }

    static string Start(int slot) => FormattableString.Invariant($"{slot * SlotMinutes / 60:00}:{slot * SlotMinutes % 60:00}");

    sealed record Count(int Day, int Slot, int Contacts);
}
