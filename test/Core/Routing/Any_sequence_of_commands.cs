using System.Buffers;
using Centrala.Core.Routing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// Properties over random sequences; FsCheck prints the shortest one that breaks, as the choices to pass to <see
/// cref="RandomFloor.Step"/>.
/// </summary>
public class Any_sequence_of_commands
{
    static readonly Config Many = Sequences.Of(150);

    internal static readonly Arbitrary<int[]> Choices = Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(), Shrink);

    [Fact]
    public void Keeps_the_invariants() => Holds(choices =>
    {
        var floor = new RandomFloor();
        foreach (var choice in choices)
        {
            floor.Step(choice);
            Assert.Empty(Invariants.Check(floor.Router));
        }
    });

    [Fact]
    public void Leads_to_the_same_state_when_its_events_are_replayed() => Holds(choices =>
    {
        var floor = Played(choices);
        var replayed = new Router();
        foreach (var happened in floor.Journal) replayed.Evolve(happened);
        Assert.Equal(Snapshot.Hash(floor.Router), Snapshot.Hash(replayed));
        Assert.Equal(floor.Router.NextDeadline, replayed.NextDeadline);
    });

    [Fact]
    public void Is_decided_the_same_way_again_and_after_restarts() => Holds(choices =>
    {
        var (one, other) = (new RandomFloor(), new RandomFloor());
        foreach (var choice in choices)
        {
            one.Step(choice);
            if (choice % 5 == 0) other.Restart();
            other.Step(choice);
            Assert.Equal(Bytes(one.Last.Events), Bytes(other.Last.Events));
            Assert.Equal(one.Last.Refusal, other.Last.Refusal);
        }

        Assert.Equal(Snapshot.Hash(one.Router), Snapshot.Hash(other.Router));
    });

    [Fact]
    public void Changes_nothing_where_it_is_refused() => Holds(choices =>
    {
        var floor = new RandomFloor();
        foreach (var choice in choices)
        {
            if (floor.Router.NextDeadline <= floor.At) floor.Do(Command.PassTime());
            var before = Snapshot.Hash(floor.Router);
            var events = floor.Journal.Count;
            floor.Step(choice);
            if (floor.Last.Refusal is null || floor.Journal.Count > events) continue;
            Assert.Equal(before, Snapshot.Hash(floor.Router));
        }
    });

    [Fact]
    public void Is_written_and_read_without_loss() => Holds(choices =>
    {
        var floor = Played(choices);
        foreach (var command in floor.Commands)
        {
            var bytes = new ArrayBufferWriter<byte>();
            Journal.Write(command, bytes);
            var again = new ArrayBufferWriter<byte>();
            Journal.Write(Journal.ReadCommand(bytes.WrittenSpan), again);
            Assert.Equal(bytes.WrittenSpan, again.WrittenSpan);
        }

        var read = new Router();
        foreach (var batch in floor.Journal.GroupBy(happened => happened.AtTicks))
        {
            var sink = new EventSink();
            Journal.ReadEvents(Bytes([.. batch]), sink);
            foreach (var happened in sink.Events) read.Evolve(happened);
        }

        Assert.Equal(Snapshot.Hash(floor.Router), Snapshot.Hash(read));
    });

    static void Holds(Action<int[]> property) => Check.One(Many, Prop.ForAll(Choices, property));

    static RandomFloor Played(int[] choices)
    {
        var floor = new RandomFloor();
        foreach (var choice in choices) floor.Step(choice);
        return floor;
    }

    internal static byte[] Bytes(Event[] events)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Journal.Write(events, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Leaves out halves, quarters … single choices: a choice that is kept stays as it is.</summary>
    static IEnumerable<int[]> Shrink(int[] choices)
    {
        for (var size = choices.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= choices.Length; from += size)
            {
                yield return [.. choices[..from], .. choices[(from + size)..]];
            }
        }
    }
}
