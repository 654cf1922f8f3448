using System.Diagnostics;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>How many waited in each queue over the last hours, looked up in the journal when somebody asks.</summary>
sealed class FloorTrend(Db database, TimeProvider time) : IDisposable
{
    public const int Points = 96;

    public static readonly TimeSpan Step = TimeSpan.FromMinutes(2.5);

    /// <summary>It is looked up for at most one twentieth of the time, and at most once in a step.</summary>
    const int RestFactor = 20;

    readonly SemaphoreSlim turn = new(1);
    Trend? kept;
    DateTimeOffset goodUntil;

    /// <param name="From">The instant of the first point; each other is a step later.</param>
    public sealed record Trend(DateTimeOffset From, IReadOnlyList<QueueTrend> Queues);

    /// <param name="Waiting"><c>waiting[i]</c>: how many waited at point i of <see cref="Points"/>.</param>
    public sealed record QueueTrend(Guid Queue, Guid Partner, int[] Waiting);

    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    public async Task<Trend> Get(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var now = time.GetUtcNow();
            if (kept is { } known && now < goodUntil) return known;
            var started = Stopwatch.GetTimestamp();
            kept = await Read(now - (Points - 1) * Step, cancel);
            var rest = Stopwatch.GetElapsedTime(started) * RestFactor;
            goodUntil = now + (rest > Step ? rest : Step);
            return kept;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<Trend> Read(DateTimeOffset from, CancellationToken cancel)
    {
        using var past = await PastTurn.Wait(cancel);
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        var floor = await PastFloor.Open(connection, Cell.Default, (long.MaxValue, from), cancel);
        var points = new List<QueueTrend>();
        var taken = 0;
        await foreach (var record in floor.Records(cancel))
        {
            while (taken < Points && record.At > from + taken * Step) Take(floor, points, taken++);
            if (taken == Points) break;
            floor.Fold(record);
        }
        while (taken < Points) Take(floor, points, taken++);
        return new(from, points.FindAll(queue => queue is not null));
    }

    /// <summary>Queues are numbered from 1 in the order in which they came; one that comes later had nobody waiting before.</summary>
    static void Take(PastFloor floor, List<QueueTrend> points, int point)
    {
        var router = floor.Router;
        for (var number = 1; number <= router.LastQueue; number++)
        {
            if (points.Count < number) points.Add(null!);
            if (router.Queue(number) is not { } queue) continue;
            points[number - 1] ??= new(queue.Id, router.Directory.PartnerId(queue.Partner), new int[Points]);
            points[number - 1].Waiting[point] = queue.Waiting;
        }
    }
}
