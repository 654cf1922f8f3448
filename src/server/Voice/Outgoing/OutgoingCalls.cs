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
    const string Book = """
        insert into call (contact_id, partner_id, queue_id, number_id, node, caller, started_at, direction, agent_id)
        select $1, $2, $3, $4, $5, $6, $7, 'out', $8
        where (select count(*) from call where direction = 'out' and partner_id = $2 and started_at >= $9) < $10
          and (select count(*) from call where direction = 'out' and partner_id = $2 and started_at >= $9 and agent_id = $8) < $11
        """;

    readonly string node = VoiceSettings.Of(settings.DataFolder)?.Node ?? Environment.MachineName;

    /// <returns>False when the day's calls are used up.</returns>
    public async Task<bool> Add(
        Guid contact, CalledNumber from, string number, Guid agent, OutgoingRule rule, DateTimeOffset at, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            alone.Parameters.Add(new() { Value = $"outgoing {from.PartnerId}" });
            await alone.ExecuteNonQueryAsync(cancel);
        }
        await using var book = new NpgsqlCommand(Book, connection);
        foreach (var value in new object[]
        {
            contact, from.PartnerId, from.QueueId, from.Id, node, number, at.UtcDateTime, agent,
            at.UtcDateTime.Date.ToUniversalTime(), (long)rule.AllCalls, (long)rule.AgentCalls,
        }) book.Parameters.Add(new() { Value = value });
        var isBooked = await book.ExecuteNonQueryAsync(cancel) == 1;
        await transaction.CommitAsync(cancel);
        return isBooked;
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
