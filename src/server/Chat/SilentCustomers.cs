using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// Reminds a customer who owes an answer, and closes the chat when none comes. The clocks are columns of the conversation, so
/// a restart loses none; times are the queue's. A customer who writes stops them in the commit of his message.
/// </summary>
sealed partial class SilentCustomers(
    Db database, Cell cell, SystemMessages system, Files files, TimeProvider time, ILogger<SilentCustomers> log)
    : Recurring(new PeriodicTimer(LookEvery, time))
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Files that no message carries are cleared away this often.</summary>
    static readonly TimeSpan ClearEvery = TimeSpan.FromHours(1);

    const int AtOnce = 200;

    DateTimeOffset cleared;

    protected override async Task Recur(CancellationToken stop)
    {
        try
        {
            foreach (var silence in await Due(stop)) await Attend(silence, stop);
            if (time.GetUtcNow() - cleared >= ClearEvery)
            {
                await files.RemoveOrphans(stop);
                cleared = time.GetUtcNow();
            }
        }
        catch (Exception failure) when (StorageFailures.Of(failure) is not null || failure is UnavailableException)
        {
            LogPutOff(log, failure);
        }
    }

    async Task<IReadOnlyList<Silence>> Due(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Query<Silence>("""
            select c.id, c.partner_id, c.contact_id, c.language, c.awaited_since, c.reminded_at, c.last_number,
                   k.state = 'connected' as connected, q.silent_reminder_seconds, q.silent_close_seconds
            from conversation c
            join contact k on k.id = c.contact_id
            join queue q on q.id = coalesce(k.queue_id, c.queue_id)
            where c.attention_at <= @now
            order by c.attention_at limit @AtOnce
            """, new { now = time.GetUtcNow(), AtOnce });
    }

    Task Attend(Silence silence, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (silence is { Connected: false } or { AwaitedSince: null }) return LookAgain(silence, null, cancel);
        if (silence.RemindedAt is { } reminded)
        {
            var closes = reminded + silence.ClosesAfter;
            return now >= closes ? Close(silence, cancel) : LookAgain(silence, closes, cancel);
        }
        var due = silence.AwaitedSince.Value + silence.RemindsAfter;
        return now >= due ? Remind(silence, now, cancel) : LookAgain(silence, due, cancel);
    }

    // The message first: its cause is the silence, so a crash between the two says nothing twice.
    async Task Remind(Silence silence, DateTimeOffset now, CancellationToken cancel)
    {
        var minutes = Math.Max(1, (int)Math.Round(silence.ClosesAfter.TotalMinutes));
        await system.Say(
            silence.Id, silence.PartnerId, silence.Language, SystemWords.Reminder,
            $"silence {silence.Id} {silence.AwaitedSince:O}", cancel, n: minutes);
        await Update("reminded_at = @now, attention_at = @next", silence, now, now + silence.ClosesAfter, cancel);
    }

    Task LookAgain(Silence silence, DateTimeOffset? at, CancellationToken cancel) =>
        Update("attention_at = @next", silence, null, at, cancel);

    async Task Close(Silence silence, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var still = await work.Execute(
            "update conversation set attention_at = null where id = @Id and awaited_since = @AwaitedSince and reminded_at is not null",
            new { silence.Id, silence.AwaitedSince });
        if (still == 0) return;
        await Inbox.Add(work, CellCommand.EndContact(silence.ContactId, Reason.CustomerSilent, silence.LastNumber));
        await work.Commit();
        cell.Wake();
    }

    async Task Update(string assignments, Silence silence, DateTimeOffset? now, DateTimeOffset? next, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        await work.Execute(
            $"update conversation set {assignments} where id = @Id and awaited_since is not distinct from @AwaitedSince",
            new { silence.Id, silence.AwaitedSince, now, next });
        await work.Commit();
    }

    sealed record Silence(
        Guid Id, Guid PartnerId, Guid ContactId, string Language, DateTimeOffset? AwaitedSince, DateTimeOffset? RemindedAt,
        int LastNumber, bool Connected, int SilentReminderSeconds, int SilentCloseSeconds)
    {
        public TimeSpan RemindsAfter => TimeSpan.FromSeconds(SilentReminderSeconds);

        public TimeSpan ClosesAfter => TimeSpan.FromSeconds(SilentCloseSeconds);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Silent customers are looked at again in a moment.")]
    static partial void LogPutOff(ILogger logger, Exception failure);
}
