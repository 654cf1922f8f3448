using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>Looks at the queues every other second, keeps what was raised and cleared, and tells who watches the floor.</summary>
sealed class Alerts(Cell cell, Today today, Names names, Db database, LiveStream stream, TimeProvider time, ILogger<Alerts> log)
    : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Fewer contacts than these make no service level that is worth an alarm.</summary>
    const int FewestCounted = 5;

    readonly AlertWatch watch = new();
    bool isRestored;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await Look(stop);
            }
            catch (Exception failure) when (failure is UnavailableException or NpgsqlException or TimeoutException)
            {
                isRestored = false; // What was stored of the last look is not known.
                AlertsLog.PutOff(log, failure);
            }
        }
    }

    async Task Look(CancellationToken cancel)
    {
        var rules = await AlertTable.Rules(database, cancel);
        if (rules.Count == 0 && watch.Standing.Count == 0 && isRestored) return;
        if (!isRestored) watch.Restore(await AlertTable.Standing(database, cancel));
        isRestored = true;
        var sights = await cell.Read(Sights, cancel);
        var now = time.GetUtcNow();
        var (raised, worse, cleared) = watch.Look(rules, sights, now);
        if (raised.Count + worse.Count + cleared.Count == 0) return;
        await AlertTable.Keep(database, raised, worse, cleared, now, cancel);
        var book = await names.Get(cancel);
        foreach (var alert in raised) Tell(alert, null, book);
        foreach (var alert in cleared) Tell(alert, now, book);
    }

    List<QueueSight> Sights(CellView view)
    {
        var figures = today.Figures;
        var sights = new List<QueueSight>();
        for (var number = 1; number <= view.Router.LastQueue; number++)
            if (view.Router.Queue(number) is { } queue)
            {
                var day = figures.GetValueOrDefault(number);
                var longest = view.Router.LongestSince(number) is { } since ? (int)(view.At - since).TotalSeconds : 0;
                sights.Add(new(
                    queue.Id, view.Router.Directory.PartnerId(queue.Partner), queue.Waiting, longest,
                    day.Answered + day.Abandoned >= FewestCounted ? day.ServiceLevelBasisPoints : null, Able(view.Router, number)));
            }
        return sights;
    }

    /// <summary>Asked only where it matters: it looks at every agent.</summary>
    static int Able(Router router, int queue) => router.Queue(queue)!.Waiting > 0 ? router.Able(queue) : 1;

    void Tell(StandingAlert alert, DateTimeOffset? clearedAt, NameBook book) => stream.Publish(new ForWatchers(
        Topic.Floor, alert.Partner, Permission.SeeFloor, "floor.alert", 0,
        new AlertView(
            alert.Id, alert.Partner, alert.Queue, book.Queue(alert.Queue).Name, Word<AlertMeasure>.Of(alert.Rule.Measure),
            alert.Rule.Threshold, alert.Worst, alert.RaisedAt, clearedAt)));
}

static partial class AlertsLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues are looked at for alerts again in a moment.")]
    public static partial void PutOff(ILogger logger, Exception failure);
}
