using Centrala.Core.Routing;
using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Takes every effect through what is decided: from memory while it keeps up with the writer, from the journal after a
/// start or a gap. Only the program that writes the cell runs them; at a take-over the new one goes on from the stored
/// position, so the worst is that an event is told twice.
/// </summary>
sealed class EffectRunner(IEnumerable<Effect> effects, Cell cell, Database.Database database, ILogger<EffectRunner> log)
    : BackgroundService
{
    /// <summary>Records that are read from the journal at once.</summary>
    const int RecordsAtOnce = 200;

    /// <summary>Also how long a position may lag that moved only past what does not concern the effect.</summary>
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
        var course = new Course(effect, new EffectEar(effect));
        void Hear(Publication publication, CellView view)
        {
            if (course.Ear.Hear(publication, view)) signal.Raise();
        }
        void Recover(CellView view)
        {
            course.Ear.Miss();
            signal.Raise();
        }
        cell.Published += Hear;
        cell.Recovered += Recover;
        while (!stop.IsCancellationRequested)
        {
            if (cell.Status != CellStatus.Writes || !await TryAdvance(course, stop)) await signal.Wait(lookEvery);
        }
        cell.Published -= Hear;
        cell.Recovered -= Recover;
    }

    /// <returns>Whether to go on at once: something was missed, and the journal has it.</returns>
    async Task<bool> TryAdvance(Course course, CancellationToken stop)
    {
        try
        {
            if (course.Ear.MissedSomething) await CatchUp(course, stop);
            else await Follow(course, stop);
            return course.Ear.MissedSomething;
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            DispatchLog.EffectWaits(log, failure, course.Effect.Name);
            course.Ear.Miss();
            return false;
        }
    }

    /// <summary>Carries out what was heard since the last time.</summary>
    async Task Follow(Course course, CancellationToken stop)
    {
        var (notices, upTo) = course.Ear.Take();
        foreach (var notice in notices)
        {
            // Heard while the journal was read, which had it too.
            if (notice.Number.Sequence <= course.Position) continue;
            if (!stop.IsCancellationRequested && await Carry(course.Effect, notice, stop)) continue;
            course.Ear.Miss();
            upTo = notice.Number.Sequence - 1;
            break;
        }
        if (upTo <= course.Position || upTo is not { } reached) return;
        await using var connection = await database.Writer.OpenConnectionAsync(CancellationToken.None);
        await EffectPosition.Store(connection, course.Effect.Name, Cell.Default, reached);
        course.Position = reached;
    }

    /// <summary>Carries out what the journal has after the stored position, and listens from before its end on.</summary>
    async Task CatchUp(Course course, CancellationToken stop)
    {
        course.Ear.Begin();
        await using var connection = await database.Writer.OpenConnectionAsync(CancellationToken.None);
        course.Position = await EffectPosition.Read(connection, course.Effect.Name, Cell.Default);
        while (await Next(connection, course.Position) is { Count: > 0 } records)
        {
            var before = course.Position;
            foreach (var record in records)
            {
                if (!await Carry(course.Effect, connection, record, stop)) break;
                course.Position = record.Sequence;
            }
            if (course.Position > before)
                await EffectPosition.Store(connection, course.Effect.Name, Cell.Default, course.Position);
            if (course.Position == records[^1].Sequence) continue;
            course.Ear.Miss();
            return;
        }
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

    /// <summary>An effect on its way.</summary>
    sealed record Course(Effect Effect, EffectEar Ear)
    {
        /// <summary>Of the last record that is carried out, as stored.</summary>
        public long Position { get; set; }
    }
}
