using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>
/// Tells the router when people changed elsewhere: who serves other partners now is offered others' contacts, who was
/// deactivated is offered none.
/// </summary>
sealed class AgentsFollowPeople(Db database, Cell cell, TimeProvider time, ILogger<AgentsFollowPeople> log)
    : Recurring(new PeriodicTimer(Every, time))
{
    /// <summary>As fast as sessions end: what somebody may see is guarded by the database meanwhile.</summary>
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Recur(stop);
        await base.ExecuteAsync(stop);
    }

    protected override async Task Recur(CancellationToken stop)
    {
        try
        {
            await Follow(stop);
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            AgentsFollowPeopleLog.Delayed(log, failure);
        }
    }

    public async Task Follow(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var changed = await work.Query<Row>("""
            update agent a set person_version = p.version from person p
            where p.id = a.id and a.removed_at is null and a.person_version <> p.version
            returning a.id, p.deactivated_at is null as active
            """);
        foreach (var row in changed)
            await Inbox.Add(work, row.Active
                ? CellCommand.ConfigureAgent(await AgentProfiles.One(work, row.Id))
                : CellCommand.RemoveAgent(row.Id));
        await work.Commit();
        if (changed.Count > 0) cell.Wake();
    }

    sealed record Row(Guid Id, bool Active);
}

static partial class AgentsFollowPeopleLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer: changes of people reach the router later.")]
    public static partial void Delayed(ILogger logger, Exception failure);
}
