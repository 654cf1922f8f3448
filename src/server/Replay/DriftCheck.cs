using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Dapper;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>
/// Once a night, decides again what was decided since the last time. Same input, same decisions: also after an upgrade,
/// a new runtime, or a move to another machine. What it finds stands in the log, the metrics and <c>doctor</c>.
/// </summary>
sealed partial class DriftCheck(Db database, TimeProvider time, ILogger<DriftCheck> log) : Recurring(new PeriodicTimer(Every, time))
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>The hour of the day, UTC, at which it is done.</summary>
    const int Night = 3;

    /// <summary>A centre that sleeps at night is checked by day, after so long.</summary>
    static readonly TimeSpan overdue = TimeSpan.FromDays(2);

    /// <summary>Longer than that ago is no longer told.</summary>
    static readonly TimeSpan kept = TimeSpan.FromDays(400);

    /// <param name="First">Of the records that were read.</param>
    /// <param name="Last">Before <paramref name="First"/> when there was none.</param>
    /// <param name="DecidesOtherwise">The first record that is decided otherwise now.</param>
    /// <param name="Damage">What is wrong with the journal itself.</param>
    public sealed record Report(DateTimeOffset At, long First, long Last, long? DecidesOtherwise, string? Damage)
    {
        public bool IsGood => DecidesOtherwise is null && Damage is null;
    }

    /// <summary>Decides again what was recorded since the last report, and reports.</summary>
    public async Task<Report> Check(CancellationToken cancel)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        var before = await Latest(connection);
        var first = (before?.Last ?? 0) + 1;
        var report = await Redecide(connection, first, cancel);
        await connection.ExecuteAsync("""
            delete from drift_check where cell = @cell and at < @before;
            insert into drift_check (cell, at, first, last, decides_otherwise, damage)
            values (@cell, @At, @First, @Last, @DecidesOtherwise, @Damage)
            """, new
        {
            cell = Cell.Default,
            before = report.At - kept,
            report.At,
            report.First,
            report.Last,
            report.DecidesOtherwise,
            report.Damage,
        });
        ReplayMetrics.Checked(report);
        if (!report.IsGood) Drifts(report.DecidesOtherwise, report.Damage);
        return report;
    }

    /// <returns>Null before the first.</returns>
    public static Task<Report?> Latest(NpgsqlConnection connection) => connection.QueryFirstOrDefaultAsync<Report>("""
        select at, first, last, decides_otherwise, damage from drift_check where cell = @cell order by at desc limit 1
        """, new { cell = Cell.Default });

    protected override async Task Recur(CancellationToken stop)
    {
        try
        {
            if (await IsDue(stop)) await Check(stop);
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            Delayed(failure);
        }
    }

    async Task<bool> IsDue(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        return now.Hour == Night || await Latest(connection) is not { } before || now - before.At > overdue;
    }

    async Task<Report> Redecide(NpgsqlConnection connection, long first, CancellationToken cancel)
    {
        var (at, last) = (time.GetUtcNow(), first - 1);
        try
        {
            var floor = await PastFloor.Open(connection, Cell.Default, (first, DateTimeOffset.MaxValue), cancel);
            await foreach (var record in floor.Records(cancel))
            {
                if (record.Sequence < first) floor.Fold(record);
                else if (!floor.DecideAgain(record)) return new(at, first, record.Sequence, record.Sequence, null);
                else last = record.Sequence;
            }
            return new(at, first, last, null, null);
        }
        catch (DamagedJournalException damaged)
        {
            return new(at, first, last, null, damaged.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The journal is not decided as it was: first record {Record}, damage: {Damage}. "
        + "What is stored holds; report this as a bug.")]
    partial void Drifts(long? record, string? damage);

    [LoggerMessage(LogLevel.Warning, "The database does not answer: whether decisions are still the same is looked at later.")]
    partial void Delayed(Exception failure);
}
