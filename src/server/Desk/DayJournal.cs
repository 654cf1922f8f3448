using Centrala.Core.Measures;
using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>The figures of a day, or of its beginning, from the stored journal.</summary>
static class DayJournal
{
    /// <summary>How far before midnight the fold begins, to see when the waits began that go on after it.</summary>
    static readonly TimeSpan lookBack = TimeSpan.FromHours(4);

    /// <param name="targets">See <see cref="Targets"/>.</param>
    /// <param name="upTo">Sequence of the last record that is wanted.</param>
    public static async Task<FiguresFold> Fold(
        Db database, IEnumerable<(int Queue, TimeSpan Within)> targets, DateTimeOffset midnight, long upTo,
        CancellationToken cancel)
    {
        var fold = new FiguresFold(midnight.UtcTicks);
        foreach (var (queue, within) in targets) fold.SetTarget(queue, within);
        await Fold(database, fold, midnight - lookBack, upTo, cancel);
        return fold;
    }

    /// <returns>The day's beginning by the calendar of the machine.</returns>
    public static DateTimeOffset Midnight(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new DateTimeOffset(local.Date, local.Offset).ToUniversalTime();
    }

    /// <returns>Within which time each queue's contacts count as served in time.</returns>
    public static List<(int Queue, TimeSpan Within)> Targets(Router router)
    {
        var targets = new List<(int, TimeSpan)>();
        for (var number = 1; number <= router.LastQueue; number++)
            if (router.Queue(number) is { } queue) targets.Add((number, queue.Settings.TargetWithin));
        return targets;
    }

    static async Task Fold(Db database, FiguresFold fold, DateTimeOffset from, long upTo, CancellationToken cancel)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        var before = await LastBefore(connection, from, upTo, cancel);
        var events = new EventSink();
        await foreach (var record in JournalTable.Since(connection, Cell.Default, before, cancel))
        {
            if (record.Sequence > upTo) break;
            events.Clear();
            Journal.ReadEvents(record.Events.Span, events);
            foreach (ref readonly var happened in events.Events) fold.Fold(happened);
        }
    }

    /// <summary>Instants rise with sequences, so the last record before one is found in a few steps without an index.</summary>
    static async Task<long> LastBefore(NpgsqlConnection connection, DateTimeOffset instant, long last, CancellationToken cancel)
    {
        long low = 0, high = last;
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (await IsBefore(connection, middle, instant, cancel)) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    static async Task<bool> IsBefore(NpgsqlConnection connection, long sequence, DateTimeOffset instant, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select at < $3 from journal where cell = $1 and sequence = $2", connection)
        {
            Parameters = { new() { Value = Cell.Default }, new() { Value = sequence }, new() { Value = instant } },
        };
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
