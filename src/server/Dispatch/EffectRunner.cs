using Centrala.Core.Routing;
using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Takes every effect through the journal. Only the program that writes the cell runs them; at a take-over the new one
/// goes on from the stored position, so the worst is that an event is told twice.
/// </summary>
sealed class EffectRunner(IEnumerable<Effect> effects, Cell cell, Database.Database database, ILogger<EffectRunner> log)
    : BackgroundService
{
    /// <summary>Records between two stored positions at most.</summary>
    const int RecordsAtOnce = 200;

    static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    static readonly TimeSpan pauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>A new effect's position is taken before anything is decided: it misses nothing of what is to come.</summary>
    public override async Task StartAsync(CancellationToken cancel)
    {
        await using (var connection = await database.Writer.OpenConnectionAsync(cancel))
            foreach (var effect in effects) await EffectPosition.Begin(connection, effect.Name, Cell.Default);
        await base.StartAsync(cancel);
    }

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(effects.Select(effect => Run(effect, stop)));

    async Task Run(Effect effect, CancellationToken stop)
    {
        using var signal = new Signal();
        await using var stopping = stop.Register(signal.Raise);
        void Raise(Publication publication, CellView view) => signal.Raise();
        cell.Published += Raise;
        while (!stop.IsCancellationRequested)
            if (cell.Status != CellStatus.Writes || !await TryAdvance(effect, stop)) await signal.Wait(lookEvery);
        cell.Published -= Raise;
    }

    async Task<bool> TryAdvance(Effect effect, CancellationToken stop)
    {
        try
        {
            return await Advance(effect, stop);
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            DispatchLog.EffectWaits(log, failure, effect.Name);
            return false;
        }
    }

    /// <returns>False when there was nothing to do.</returns>
    async Task<bool> Advance(Effect effect, CancellationToken stop)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(CancellationToken.None);
        var position = await EffectPosition.Read(connection, effect.Name, Cell.Default);
        var records = await Next(connection, position);
        foreach (var record in records)
        {
            if (!await Carry(effect, connection, record, stop)) break;
            position = record.Sequence;
        }
        if (records.Count > 0) await EffectPosition.Store(connection, effect.Name, Cell.Default, position);
        return records.Count > 0;
    }

    static async Task<List<JournalRecord>> Next(NpgsqlConnection connection, long position)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in
            JournalTable.Since(connection, Cell.Default, position, CancellationToken.None, RecordsAtOnce)) records.Add(record);
        return records;
    }

    /// <returns>False when the effect failed, or the program stops: the record is told again.</returns>
    async Task<bool> Carry(Effect effect, NpgsqlConnection connection, JournalRecord record, CancellationToken stop)
    {
        var events = new EventSink();
        Journal.ReadEvents(record.Events.Span, events);
        for (var index = 0; index < events.Count; index++)
        {
            var happened = events.Events[index];
            if (!effect.Concerns(happened.Kind)) continue;
            if (stop.IsCancellationRequested) return false;
            var number = new EventNumber(Cell.Default, record.Sequence, index);
            if (!await Carry(effect, await Named(connection, number, record.At, happened), stop)) return false;
        }
        return true;
    }

    async Task<bool> Carry(Effect effect, Notice notice, CancellationToken stop)
    {
        try
        {
            await effect.Carry(notice, stop);
            return true;
        }
        // Whatever it is, the event is told again: the position has not moved.
        catch (Exception failure)
        {
            DispatchLog.EffectFailed(log, failure, effect.Name, notice.Number);
            await Task.Delay(pauseAfterFailure, CancellationToken.None);
            return false;
        }
    }

    // Numbers are never used twice and rows of contacts stay, so an old event still finds its ids.
    async Task<Notice> Named(NpgsqlConnection connection, EventNumber number, DateTimeOffset at, Event happened)
    {
        var agent = happened.Agent == 0
            ? default
            : await cell.Read(view => view.Router.Directory.AgentId(happened.Agent), CancellationToken.None);
        var contact = happened.Contact == 0 ? default : await ContactOf(connection, happened.Contact);
        return new Notice(number, at, happened, contact, agent);
    }

    static async Task<Guid> ContactOf(NpgsqlConnection connection, int number)
    {
        await using var command = new NpgsqlCommand("select id from contact where cell = $1 and number = $2", connection)
        {
            Parameters = { new() { Value = Cell.Default }, new() { Value = number } },
        };
        return await command.ExecuteScalarAsync() is Guid id ? id : default;
    }
}

/// <summary>How far an effect has come.</summary>
static class EffectPosition
{
    /// <summary>A new effect begins with the present: it does not do again what a long past asked of others.</summary>
    public static async Task Begin(NpgsqlConnection connection, string effect, short cell)
    {
        await using var command = new NpgsqlCommand("""
            insert into effect_position (effect, cell, sequence) select $1, $2, sequence from cell where id = $2
            on conflict do nothing
            """, connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell } },
        };
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> Read(NpgsqlConnection connection, string effect, short cell)
    {
        await using var command = new NpgsqlCommand(
            "select sequence from effect_position where effect = $1 and cell = $2", connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Store(NpgsqlConnection connection, string effect, short cell, long sequence)
    {
        await using var command = new NpgsqlCommand(
            "update effect_position set sequence = $3 where effect = $1 and cell = $2 and sequence < $3", connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell }, new() { Value = sequence } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
