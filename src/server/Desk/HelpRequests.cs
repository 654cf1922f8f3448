using System.Collections.Frozen;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <param name="PartnerId">Of the contact; null without one.</param>
sealed record HelpRequest(Guid AgentId, DateTimeOffset Since, Guid? ContactId, Guid? PartnerId, string? Word)
{
    public HelpView For(Actor reader) => PartnerId is { } partner && !reader.Serves(partner)
        ? new(Since, null, null) : new(Since, ContactId, Word);
}

/// <summary>Who asks for help now, kept at hand for the desks and the floor, which are put together many times a second.</summary>
sealed class HelpRequests(Db database, TimeProvider time)
{
    /// <summary>What another node changed is seen after this; what this one changed at once.</summary>
    static readonly TimeSpan keep = TimeSpan.FromSeconds(5);

    volatile Known? known;

    /// <summary>Somebody asks for help, or no longer does, and it is committed.</summary>
    public event Action<Guid>? Changed;

    public async ValueTask<FrozenDictionary<Guid, HelpRequest>> Get(CancellationToken cancel)
    {
        if (known is { } fresh && time.GetUtcNow() - fresh.At < keep) return fresh.ByAgent;
        var at = time.GetUtcNow();
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<HelpRequest>("select agent_id, since, contact_id, partner_id, word from help_request");
        return (known = new(at, rows.ToFrozenDictionary(row => row.AgentId))).ByAgent;
    }

    public void Forget(Guid agent)
    {
        known = null;
        Changed?.Invoke(agent);
    }

    sealed record Known(DateTimeOffset At, FrozenDictionary<Guid, HelpRequest> ByAgent);
}
