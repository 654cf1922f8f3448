using System.Text.Json;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Knows when queues are open, and has the router open and close them at those instants.</summary>
/// <remarks>
/// Only a change of the calendar's own answer is passed on, and kept with the queue: what a lead opened or closed by hand
/// stays so until the next opening or closing, also over a restart. A pause ends before, at its own instant.
/// </remarks>
sealed class OpeningHours(Db database, Cell cell, TimeProvider time, ILogger<OpeningHours> log) : BackgroundService
{
    /// <summary>How long an edit made through another node may stay unnoticed.</summary>
    static readonly TimeSpan RereadAfter = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim reread = new(0, 1);
    volatile Dictionary<Guid, OpeningCalendar> calendars = [];
    DateTimeOffset? nextPauseEnds;

    /// <returns>The queue's calendar; always open for a queue without one.</returns>
    public OpeningCalendar Of(Guid queue) => calendars.GetValueOrDefault(queue, OpeningCalendar.Always);

    /// <summary>Calendars or queues have changed.</summary>
    public void Reread()
    {
        if (reread.CurrentCount == 0) reread.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Apply(stoppingToken);
            }
            catch (Exception failure) when (Database.StorageFailures.ProblemOf(failure) is not null)
            {
                OpeningHoursLog.Delayed(log, failure);
            }
            await Wait(stoppingToken);
        }
    }

    /// <summary>Reads all calendars and tells the router which queues their calendar has opened or closed since.</summary>
    public async Task Apply(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<Row>("""
            select q.id, q.opened, c.time_zone, c.hours::text as hours, e.queue_id is not null as emergency,
                   p.until as paused_until
            from queue q left join opening_calendar c on c.id = q.opening_calendar_id
            left join queue_emergency e on e.queue_id = q.id
            left join queue_pause p on p.queue_id = q.id
            where q.removed_at is null
              and (c.id is not null or not q.opened or e.queue_id is not null or p.queue_id is not null)
            """);
        var read = rows.Where(row => row.Emergency || row.Hours is not null).ToDictionary(row => row.Id, row => row.Calendar());
        calendars = read;
        var now = time.GetUtcNow();
        nextPauseEnds = rows.Where(row => row.PausedUntil > now).Min(row => row.PausedUntil);
        var changed = false;
        foreach (var row in rows)
        {
            var calendar = read.GetValueOrDefault(row.Id, OpeningCalendar.Always);
            if (!await IsToBeTold(row, calendar.IsOpen(now), now, work)) continue;
            await Inbox.Add(work, calendar.IsOpen(now)
                ? CellCommand.OpenQueue(row.Id)
                : CellCommand.CloseQueue(row.Id, calendar.NextOpening(now)));
            changed = true;
        }
        await work.Commit();
        if (changed) cell.Wake();
    }

    /// <summary>Its calendar opens or closes it now, which ends a pause too, or its pause ends within its hours.</summary>
    static async Task<bool> IsToBeTold(Row row, bool open, DateTimeOffset now, Work work)
    {
        var turned = await work.Execute(
            "update queue set opened = @open where id = @Id and opened <> @open", new { row.Id, open }) > 0;
        var paused = row.PausedUntil is { } until && (turned || until <= now)
            && await work.Execute("delete from queue_pause where queue_id = @Id", new { row.Id }) > 0;
        return turned || paused && open;
    }

    async Task Wait(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var next = calendars.Values.Select(calendar => calendar.NextChange(now)).Append(nextPauseEnds).Min();
        var delay = next is { } instant && instant - now < RereadAfter ? instant - now : RereadAfter;
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var woken = reread.WaitAsync(sleep.Token);
        await Task.WhenAny(woken, Task.Delay(delay, time, sleep.Token));
        await sleep.CancelAsync();
        await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    sealed record Row(Guid Id, bool Opened, string? TimeZone, string? Hours, bool Emergency, DateTimeOffset? PausedUntil)
    {
        public OpeningCalendar Calendar() => Emergency
            ? OpeningCalendar.Never
            : JsonSerializer.Deserialize<Hours>(Hours!, JsonSerializerOptions.Web)!.Calendar(TimeZone!, new Faults())
            ?? OpeningCalendar.Always;
    }
}

static partial class OpeningHoursLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer: opening and closing of queues waits for it.")]
    public static partial void Delayed(ILogger logger, Exception failure);
}
