using System.Buffers;
using Centrala.Core.Routing;
using Centrala.Core.Tests.Routing;
using Centrala.Core.Workforce.WhatIf;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>Whatever happened on a floor on which anything may happen, it happens again when nothing is otherwise.</summary>
public class A_recorded_day
{
    [Fact]
    public void Lived_through_again_without_a_change_is_the_same_decision_for_decision() =>
        Check.One(Sequences.Of(200), Prop.ForAll(Any_sequence_of_commands.Choices, choices => Relives([], choices)));

    [Fact]
    public void Is_the_same_also_where_it_began_amid_much_work() =>
        Check.One(Sequences.Of(200), Prop.ForAll(Any_sequence_of_commands.Choices, choices =>
            Relives(choices[..(choices.Length / 2)], choices[(choices.Length / 2)..])));

    static void Relives(int[] before, int[] choices)
    {
        var floor = new RandomFloor();
        foreach (var choice in before) floor.Step(choice);
        var (start, from) = (Written(floor.Router), floor.At);
        floor.Records.Clear();
        foreach (var choice in choices) floor.Step(choice);

        var until = floor.At.AddTicks(1);
        var day = new RecordedDay(Snapshot.Read(start), from, until, Callers(floor));
        foreach (var (at, command, events) in floor.Records) day.Add(at, command, events);
        var was = day.End();
        var again = new List<(DateTimeOffset, Command, Event[])>();
        var router = Snapshot.Read(start);
        var relived = new RelivedDay(
            day, router, DayChange.None, (DateTimeOffset at, in Command command, EventSink events) =>
                again.Add((at, command, events.Events.ToArray())));
        var figures = relived.Run(TestContext.Current.CancellationToken);

        for (var record = 0; record < Math.Min(again.Count, floor.Records.Count); record++)
        {
            var (recorded, lived) = (floor.Records[record], again[record]);
            Assert.Equal((recorded.At, recorded.Command), (lived.Item1, lived.Item2));
            Assert.Equal(recorded.Events, lived.Item3);
        }

        Assert.Equal(floor.Records.Count, again.Count);
        Assert.Equal(Snapshot.Hash(floor.Router), Snapshot.Hash(router));
        Assert.Equal(was.Queues, figures.Queues);
        Assert.Equal((was.HandlingHours, was.FreeHours), (figures.HandlingHours, figures.FreeHours));
    }

    /// <summary>A few customers, who call again and again.</summary>
    static Dictionary<Guid, int> Callers(RandomFloor floor) => floor.Records
        .Where(record => record.Command.Kind == CommandKind.Arrive)
        .Select((record, place) => (record.Command.Id, Caller: place % 5))
        .DistinctBy(call => call.Id)
        .ToDictionary(call => call.Id, call => call.Caller);

    static byte[] Written(Router router)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Snapshot.Write(router, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
