using System.Collections.Concurrent;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Centre;

/// <summary>A call that the database holds open, or of which the line was lost.</summary>
/// <param name="Caller">Null for who cannot be known again: his number is withheld, or it was we who called.</param>
/// <param name="LostAt">Null while it is open.</param>
sealed record KnownCall(Guid Contact, Guid Number, string? Caller, DateTimeOffset? LostAt);

/// <summary>
/// Callers whose line was lost with a telephone that failed. Their contacts wait for a while: who calls the same number again
/// from his own has his place again, and if possible his agent.
/// </summary>
sealed class LostLines(Db database, Cell cell)
{
    const string Known = """
        select contact_id, number_id, case direction when 'in' then caller end, case when ended_at is null then null else lost_at end
        from call where node = $1 and (ended_at is null or lost_at > now() - $2)
        """;

    const string StoreLost = """
        with lost as (select * from unnest($1, $2) as i (contact_id, command)),
        gone as (update call c set ended_at = $3, lost_at = $3 from lost l where c.contact_id = l.contact_id and c.ended_at is null)
        insert into inbox (cell, command) select $4, command from lost
        """;

    const string Reopen = "update call set ended_at = null, lost_at = null where contact_id = $1 and lost_at is not null";

    /// <summary>How long a caller may take to call again.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<(Guid Number, string Caller), KnownCall> lost = new();

    /// <summary>Takes the line of all calls of this machine that the database holds open, but those that the telephone knows.</summary>
    /// <returns>The contacts that have none any more.</returns>
    public async Task<IReadOnlyCollection<Guid>> LoseAllBut(
        IReadOnlyCollection<Guid> calls, string node, DateTimeOffset at, CancellationToken cancel)
    {
        var known = await Read(node, cancel);
        foreach (var one in known) if (one.LostAt is not null) Remember(one);
        var gone = known.Where(one => one.LostAt is null && !calls.Contains(one.Contact)).ToArray();
        if (gone.Length == 0) return [];
        await using var command = database.Intake.CreateCommand(StoreLost);
        command.Parameters.Add(new() { Value = gone.Select(one => one.Contact).ToArray() });
        command.Parameters.Add(new() { Value = gone.Select(one => Inbox.Encoded(Lost(one, at))).ToArray() });
        command.Parameters.Add(new() { Value = at });
        command.Parameters.Add(new() { Value = Cell.Default });
        await command.ExecuteNonQueryAsync(cancel);
        foreach (var one in gone) Remember(one with { LostAt = at });
        return [.. gone.Select(one => one.Contact)];
    }

    /// <returns>The contact that waits for this caller; null for one who was not cut off, or too long ago.</returns>
    /// <exception cref="Database.UnavailableException">Nobody routes now.</exception>
    public async Task<Guid?> Regain(StoreCall call, CancellationToken cancel)
    {
        if (call.Caller is null || !lost.TryGetValue((call.Number.Id, call.Caller), out var line)) return null;
        var isWaitedFor = call.At < line.LostAt + patience && await cell.Read(view => IsSetAside(view, line.Contact), cancel);
        if (!isWaitedFor) return null;
        await using var reopen = database.Intake.CreateCommand(Reopen);
        reopen.Parameters.Add(new() { Value = line.Contact });
        var isHis = await reopen.ExecuteNonQueryAsync(cancel) == 1;
        lost.TryRemove(new((call.Number.Id, call.Caller), line));
        return isHis ? line.Contact : null;
    }

    /// <summary>What becomes of its contact.</summary>
    static CellCommand Lost(KnownCall call, DateTimeOffset at) => call.Caller is null
        ? CellCommand.EndContact(call.Contact, Reason.TelephoneLost)
        : CellCommand.ParkContact(call.Contact, at + patience, Reason.TelephoneLost);

    async Task<IReadOnlyList<KnownCall>> Read(string node, CancellationToken cancel)
    {
        await using var command = database.Intake.CreateCommand(Known);
        command.Parameters.Add(new() { Value = node });
        command.Parameters.Add(new() { Value = patience });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<KnownCall>();
        while (await reader.ReadAsync(cancel)) found.Add(Row(reader));
        return found;
    }

    void Remember(KnownCall call)
    {
        foreach (var (caller, old) in lost)
            if (old.LostAt < call.LostAt - patience) lost.TryRemove(new(caller, old));
        if (call.Caller is not null) lost[(call.Number, call.Caller)] = call;
    }

    static bool IsSetAside(in CellView view, Guid id)
    {
        var number = view.Router.Directory.Contact(id);
        return number > 0 && view.Router.Contact(number) is { State: ContactState.Parked, Reason: Reason.TelephoneLost };
    }

    static KnownCall Row(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetGuid(1),
        row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3));
}
