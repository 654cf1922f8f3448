using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.FollowUps;

/// <summary>
/// Makes work of tasks whose time has come. That it was done and the arrival for the cell are one commit: whatever happens,
/// each comes back exactly once. Its wait counts from due minus lead.
/// </summary>
sealed class DueFollowUps(Cell cell, Db database, TimeProvider time, ILogger<DueFollowUps> log) : BackgroundService
{
    const int TasksAtOnce = 100;

    /// <summary>So long a task waits for its own agent, while he is signed in, before the queue may take it.</summary>
    static readonly TimeSpan ownFirst = TimeSpan.FromMinutes(30);

    static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>One program at a time, without waiting for another one's hands.</summary>
    const string Due = """
        select id, queue_id, agent_id, contact_id, due_at - make_interval(secs => lead_seconds) as comes_at from follow_up
        where routed_at is null and cancelled_at is null and due_at - make_interval(secs => lead_seconds) <= @now
        order by due_at, id limit @TasksAtOnce for update skip locked
        """;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(lookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stop.IsCancellationRequested && cell.Status == CellStatus.Writes) await Look(stop);
        }
    }

    async Task Look(CancellationToken stop)
    {
        try
        {
            await Route(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was begun is done by the next start.
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            FollowUpLog.Waits(log, failure);
        }
    }

    async Task Route(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(Actor.System, stop);
        var tasks = await work.Query<Row>(Due, new { now, TasksAtOnce });
        if (tasks.Count == 0) return;
        foreach (var task in tasks)
            await Inbox.Add(work, CellCommand.Arrive(await Arrival(task, stop), task.QueueId));
        await work.Execute("update follow_up set routed_at = @now where id = any(@ids)",
            new { now, ids = tasks.Select(task => task.Id).ToArray() });
        await work.Commit();
        cell.Wake();
    }

    async Task<Arrival> Arrival(Row task, CancellationToken cancel) => new()
    {
        Id = task.ContactId,
        External = task.Id,
        Queue = 0,
        Channel = Channel.Task,
        ArrivedAt = task.ComesAt,
        Steps = task.AgentId is { } agent ? await OwnFirst(agent, task.QueueId, cancel) : null,
    };

    async Task<IReadOnlyList<Step>> OwnFirst(Guid agent, Guid queue, CancellationToken cancel)
    {
        var usual = await cell.Read(view => view.Router.Queue(view.Router.Directory.Queue(queue))?.Settings.Steps, cancel);
        IReadOnlyList<Step> later = usual is { Count: > 0 and < Limits.Steps } ? usual : [new(Requirement.Anyone)];
        return [new(new Requirement.Agent(agent), ownFirst, WhileSignedIn: true), .. later];
    }

    sealed record Row(Guid Id, Guid QueueId, Guid? AgentId, Guid ContactId, DateTimeOffset ComesAt);
}

static partial class FollowUpLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Due tasks wait for the database.")]
    public static partial void Waits(ILogger logger, Exception failure);
}
