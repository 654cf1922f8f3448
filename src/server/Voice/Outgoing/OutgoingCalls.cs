using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>What an agent may call in a partner's name.</summary>
/// <param name="AgentCalls">Of one agent a day.</param>
/// <param name="AllCalls">Of all agents a day.</param>
sealed record OutgoingRule(string[] Prefixes, string HomeCountry, int AgentCalls, int AllCalls)
{
    public bool Allows(string number) => Array.Exists(Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>Books calls to the outside before they are made, so that no two slip through one last place.</summary>
sealed class OutgoingCalls(Db database, Settings settings)
{
    /// <summary>Of today: $1 the partner, $2 the day's beginning, $3 and $4 how many of all and of one agent, $5 the agent.</summary>
    const string HasLeft = """
        (select count(*) from call where direction = 'out' and partner_id = $1 and started_at >= $2)
          + (select count(*) from outside_leg where partner_id = $1 and began_at >= $2) < $3
        and (select count(*) from call where direction = 'out' and partner_id = $1 and started_at >= $2 and agent_id = $5)
          + (select count(*) from outside_leg where partner_id = $1 and began_at >= $2 and agent_id = $5) < $4
        """;

    const string BookCall = $"""
        insert into call (contact_id, partner_id, queue_id, number_id, node, caller, started_at, direction, agent_id)
        select $6, $1, $7, $8, $9, $10, $11, 'out', $5 where {HasLeft}
        """;

    const string BookLeg = $"""
        insert into outside_leg (id, contact_id, partner_id, agent_id, number, hands_over, began_at)
        select $6, $7, $1, $5, $8, $9, $10 where {HasLeft}
        """;

    readonly string node = VoiceSettings.Of(settings.DataFolder)?.Node ?? Environment.MachineName;

    /// <returns>False when the day's calls are used up.</returns>
    public Task<bool> Add(
        Guid contact, CalledNumber from, string number, Guid agent, OutgoingRule rule, DateTimeOffset at, CancellationToken cancel) =>
        Book(BookCall, from.PartnerId, agent, rule, at, [contact, from.QueueId, from.Id, node, number, at.UtcDateTime], cancel);

    /// <summary>Somebody is called into a call that there is.</summary>
    /// <param name="partner">In whose name.</param>
    /// <inheritdoc cref="Add"/>
    public Task<bool> AddLeg(CallOutside leg, Guid partner, OutgoingRule rule, DateTimeOffset at, CancellationToken cancel) =>
        Book(BookLeg, partner, leg.Agent, rule, at, [leg.Leg, leg.Contact, leg.Number, leg.HandsOver, at.UtcDateTime], cancel);

    async Task<bool> Book(
        string sql, Guid partner, Guid agent, OutgoingRule rule, DateTimeOffset at, object[] values, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            alone.Parameters.Add(new() { Value = $"outgoing {partner}" });
            await alone.ExecuteNonQueryAsync(cancel);
        }
        await using var book = new NpgsqlCommand(sql, connection);
        object[] limits = [partner, at.UtcDateTime.Date.ToUniversalTime(), (long)rule.AllCalls, (long)rule.AgentCalls, agent];
        foreach (var value in limits.Concat(values)) book.Parameters.Add(new() { Value = value });
        var isBooked = await book.ExecuteNonQueryAsync(cancel) == 1;
        await transaction.CommitAsync(cancel);
        return isBooked;
    }

    /// <summary>The line of a call that is over is about to be there again.</summary>
    public async Task Reopen(Guid contact, CancellationToken cancel)
    {
        await using var command = database.Intake.CreateCommand("update call set ended_at = null, node = $2 where contact_id = $1");
        command.Parameters.Add(new() { Value = contact });
        command.Parameters.Add(new() { Value = node });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Nothing came of it: the line was never there. It counts all the same.</summary>
    public async Task Close(Guid contact, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = database.Intake.CreateCommand("update call set ended_at = $2 where contact_id = $1 and ended_at is null");
        command.Parameters.Add(new() { Value = contact });
        command.Parameters.Add(new() { Value = at.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
