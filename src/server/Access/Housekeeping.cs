using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Removes rows that no longer say anything: old sessions, links, failures and stored answers.</summary>
sealed partial class Housekeeping(Db database, TimeProvider time, ILogger<Housekeeping> log) : Recurring(new PeriodicTimer(Every, time))
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Ended sessions and links stay so long, for whoever looks into a theft.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Sweep(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(Actor.System, cancel);
        await work.Execute("delete from session where expires_at < @before", new { before = now - Kept });
        await work.Execute("delete from one_time_link where expires_at < @before", new { before = now - Kept });
        await work.Execute(
            "delete from sign_in_failure where last_at < @before", new { before = now - LockOut.Memory });
        await work.Execute(
            "delete from idempotent_request where started_at < @before", new { before = now - Idempotency.Remembered });
        await work.Commit();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Recur(stop);
        await base.ExecuteAsync(stop);
    }

    protected override async Task Recur(CancellationToken stop)
    {
        try { await Sweep(stop); }
        catch (NpgsqlException failure) { SweepFailed(failure); }
    }

    [LoggerMessage(LogLevel.Warning, "Old accounts' rows could not be removed; the next hour tries again.")]
    partial void SweepFailed(Exception failure);
}
