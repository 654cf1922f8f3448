using Centrala.Core.Routing;
using Centrala.Server.Dispatch;

namespace Centrala.Simulation.Tests;

/// <summary>
/// What must hold, whatever fails: checked with every record that is stored, everything that is told, and every answer.
/// </summary>
sealed class Checker
{
    readonly EventSink again = new();
    readonly List<JournalRecord> records = [];
    readonly HashSet<Guid> arrived = [];
    readonly Dictionary<int, Guid> remembered = [];
    readonly HashSet<long> consumed = [];
    readonly Dictionary<long, CellCommand> accepted = [];
    byte[] hash = Recovery.ChainStart;

    /// <summary>Decides every stored command again: the state that everybody must come to.</summary>
    public Router Router { get; } = new();

    /// <summary>The customer saw the tick: this may never be lost, nor come twice.</summary>
    public void Accepted(long row, in CellCommand command) => accepted.Add(row, command);

    public void Consumed(long row, bool wasThere)
    {
        Holds(wasThere, $"row {row} was taken although it was not there");
        Holds(consumed.Add(row), $"row {row} was taken twice");
    }

    public void Stored(JournalRecord record)
    {
        Holds(record.Sequence == records.Count + 1, $"record {record.Sequence} follows record {records.Count}");
        Holds(record.Follows(hash), $"record {record.Sequence} does not follow from the one before");
        Holds(records.Count == 0 || record.At >= records[^1].At, $"record {record.Sequence} is earlier than the one before");
        again.Clear();
        Router.Apply(Journal.ReadCommand(record.Command.Span), record.At, again);
        Holds(record.IsEventsOf(again), $"record {record.Sequence} is decided otherwise in a replay");
        foreach (ref readonly var happened in again.Events) NoteArrival(happened);
        foreach (var broken in Invariants.Check(Router)) Holds(false, $"after record {record.Sequence}: {broken}");
        records.Add(record);
        hash = record.Hash;
    }

    // What ended long ago is forgotten, and may come again.
    void NoteArrival(in Event happened)
    {
        if (happened.Kind == EventKind.ContactForgotten) remembered.Remove(happened.Contact);
        if (happened.Kind != EventKind.Arrived) return;
        Holds(!remembered.ContainsValue(happened.Id), $"contact {happened.Contact} arrived twice");
        remembered.Add(happened.Contact, happened.Id);
        arrived.Add(happened.Id);
    }

    /// <summary>A commit is whole: what it took out of the inbox is in the journal.</summary>
    public void Committed()
    {
        foreach (var (row, command) in accepted)
        {
            if (command.What.Kind != CommandKind.Arrive || !consumed.Contains(row)) continue;
            Holds(arrived.Contains(command.What.Id), $"the contact of row {row} was accepted, taken, and never arrived");
        }
    }

    /// <summary>Nothing is told that is not stored.</summary>
    public void Published(Publication publication)
    {
        foreach (var told in publication.Records) IsStored(told.Sequence, told.Events, "told");
    }

    /// <summary>Who got an answer can rely on it.</summary>
    public void Answered(Decision decision)
    {
        if (decision.Sequence > 0) IsStored(decision.Sequence, decision.Events, "answered");
    }

    /// <summary>Once all failures are over: everything that was accepted has been decided.</summary>
    public void IsComplete()
    {
        foreach (var row in accepted.Keys) Holds(consumed.Contains(row), $"row {row} was accepted and is never taken");
        Committed();
    }

    void IsStored(long sequence, IReadOnlyList<Event> events, string how)
    {
        Holds(sequence <= records.Count, $"record {sequence} was {how} and is not stored");
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        Journal.Write([.. events], bytes);
        Holds(
            bytes.WrittenSpan.SequenceEqual(records[(int)sequence - 1].Events.Span),
            $"record {sequence} was {how} otherwise than it is stored");
    }

    public static void Holds(bool condition, string otherwise)
    {
        if (!condition) throw new SimulationException(otherwise);
    }
}
