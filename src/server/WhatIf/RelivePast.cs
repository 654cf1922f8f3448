using Centrala.Core.Workforce.WhatIf;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Organisation;
using Centrala.Server.Workforce;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.WhatIf;

/// <summary>The command <c>simulate --day</c>: a recorded day lived through again, with a change or as it was.</summary>
static class RelivePast
{
    public const string Help = """
        centrala simulate --day 2026-11-20 [--zone Europe/Warsaw] [--change CHANGE.yaml] [--json]
            Lives through a recorded day again: its customers arrive as they did, its people answer, handle and wrap up as
            they did, and the router that runs live decides anew. Without a change every decision must be the recorded
            one; that is checked first, record by record, whatever is asked. Shows recorded and relived figures.
            Takes the installation's options (--data, --database). It changes nothing.

        --day           the day, from midnight to midnight
        --zone          whose midnight (UTC)
        --change        what is otherwise: more agents or fewer, other rules of a queue (docs/using/simulation.md)

        Example, with a file that says  agents: [{ like: Ana Nowak, count: 2, from: "08:00", until: "16:00" }]
          centrala simulate --day 2026-11-20 --change two-more.yaml
        """;

    /// <param name="changePath">Null: nothing is otherwise.</param>
    /// <returns>Null: nothing was recorded on that day.</returns>
    public static async Task<DayAnswer?> Answer(
        Db database, NameBook book, DateOnly date, TimeZoneInfo zone, string? changePath, CancellationToken stop)
    {
        var time = (From: Midnight(date, zone), Until: Midnight(date.AddDays(1), zone));
        await using var connection = await database.Writer.OpenConnectionAsync(stop);
        var callers = await CallersOf(database, time, stop);
        var day = await DayOfJournal.Read(connection, Cell.Default, time, callers, stop);
        if (day.Records == 0) return null;
        var change = changePath is null ? DayChange.None : await Read(changePath, database, book, day, time, stop);
        return new(
            date, zone.Id, day.Records, day.Chain, day.FirstDifference(stop), day.Recorded, day.With(change, stop));
    }

    /// <summary>Who called under the same number of the same partner is one customer.</summary>
    static async Task<Dictionary<Guid, int>> CallersOf(
        Db database, (DateTimeOffset From, DateTimeOffset Until) time, CancellationToken stop)
    {
        await using var work = await database.Begin(Actor.System, stop);
        var calls = await work.Query<(Guid Contact, int Caller)>(
            """
            select contact_id, dense_rank() over (order by partner_id, caller)::int
            from call where direction = 'in' and caller is not null and started_at >= @From and started_at < @Until
            """, new { time.From, time.Until });
        return calls.ToDictionary(call => call.Contact, call => call.Caller);
    }

    static async Task<DayChange> Read(
        string path, Db database, NameBook book, DayOfJournal day, (DateTimeOffset, DateTimeOffset) time, CancellationToken stop)
    {
        await using var work = await database.Begin(Actor.System, stop);
        var words = await Words.Load(work);
        return await InputFile.Read(path, new ReadChange(book, words, day.AtEnd, time).From, stop);
    }

    /// <summary>The first instant of the day: where clocks are put on at midnight, the one at which they are.</summary>
    static DateTimeOffset Midnight(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
