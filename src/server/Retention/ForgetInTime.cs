using System.Text.Json;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Each night erases what is older than its partner wants it kept, and old lines of the audit log.</summary>
sealed partial class ForgetInTime(Db database, TimeProvider time, ILogger<ForgetInTime> log) : BackgroundService
{
    /// <summary>When most centres sleep.</summary>
    const int HourUtc = 2;

    /// <summary>Conversations of one transaction, so that nothing is held for long.</summary>
    const int AtOnce = 500;

    /// <summary>Erases all that is due now.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var partner in await Partners(cancel)) await Recordings(partner, now, cancel);
        foreach (var rule in await Rules(cancel))
        {
            if (rule.ConversationDays is { } days)
            {
                while (await Conversations(rule.PartnerId, now - TimeSpan.FromDays(days), now, cancel)) { }
                await Callers(rule.PartnerId, now - TimeSpan.FromDays(days), now, cancel);
            }
            if (rule.FileDays is { } fileDays) await Files(rule.PartnerId, now - TimeSpan.FromDays(fileDays), now, cancel);
        }
        await AuditLog(now, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(UntilNight(time.GetUtcNow()), time, stoppingToken);
            try { await Sweep(stoppingToken); }
            catch (NpgsqlException failure) { SweepFailed(failure); }
        }
    }

    static TimeSpan UntilNight(DateTimeOffset now)
    {
        var next = new DateTimeOffset(now.UtcDateTime.Date.AddHours(HourUtc), TimeSpan.Zero);
        return (next > now ? next : next.AddDays(1)) - now;
    }

    async Task<IReadOnlyList<Rule>> Rules(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Query<Rule>("select partner_id, conversation_days, file_days from retention order by partner_id");
    }

    async Task<IReadOnlyList<Guid>> Partners(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Query<Guid>("select id from partner order by id");
    }

    /// <returns>False when nothing more is due.</returns>
    async Task<bool> Conversations(Guid partner, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var ids = await work.Query<Guid>("""
            select id from conversation
            where partner_id = @partner and erased_at is null and ended_at < @before order by ended_at, id limit @AtOnce
            """, new { partner, before, AtOnce });
        if (ids.Count == 0) return false;
        var counts = await work.Single<string>("select erase_conversations(@ids, @now)::text", new { ids = ids.ToArray(), now });
        await Erasure.Store(work, Actor.System, now, Erasure.Retention, partner, null, counts!);
        await work.Commit();
        return ids.Count == AtOnce;
    }

    async Task Callers(Guid partner, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var callers = await work.Single<int>("select erase_old_calls(@partner, @before)", new { partner, before });
        if (callers == 0) return;
        await Erasure.Store(work, Actor.System, now, Erasure.Retention, partner, null, JsonSerializer.Serialize(new { callers }));
        await work.Commit();
    }

    async Task Recordings(Guid partner, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var recordings = await work.Single<int>("select erase_old_recordings(@partner, @now)", new { partner, now });
        if (recordings == 0) return;
        await Erasure.Store(work, Actor.System, now, Erasure.Retention, partner, null, JsonSerializer.Serialize(new { recordings }));
        await work.Commit();
    }

    async Task Files(Guid partner, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var files = await work.Single<int>("select erase_old_files(@partner, @before)", new { partner, before });
        if (files == 0) return;
        await Erasure.Store(work, Actor.System, now, Erasure.Retention, partner, null, JsonSerializer.Serialize(new { files }));
        await work.Commit();
    }

    async Task AuditLog(DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        if (await work.Single<int?>("select days from audit_retention") is not { } days) return;
        await work.Execute("select erase_old_audit(@before)", new { before = now - TimeSpan.FromDays(days) });
        await work.Commit();
    }

    [LoggerMessage(LogLevel.Warning, "What is old could not be erased; the next night tries again.")]
    partial void SweepFailed(Exception failure);

    sealed record Rule(Guid PartnerId, int? ConversationDays, int? FileDays);
}
