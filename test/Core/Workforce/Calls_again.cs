using System.Buffers;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;
using Centrala.Core.Workforce.WhatIf;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>
/// Ten minutes of one agent: somebody talks with him all the time, somebody else leaves after a minute, calls again two
/// minutes later and is answered after ten seconds.
/// </summary>
public class Calls_again
{
    const int Patient = 9, Impatient = 7;
    static readonly DateTimeOffset start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid partner = Id(1), queue = Id(2), agent = Id(3), first = Id(4), second = Id(5), again = Id(6);

    readonly Router router = new();
    readonly EventSink events = new();
    readonly List<(DateTimeOffset At, Command Command, Event[] Events)> records = [];

    [Fact]
    public void Who_is_lost_as_he_was()
    {
        var (recorded, relived) = Relived(DayChange.None);
        Assert.Equal((3, 2, 1), (recorded.Offered, recorded.Answered, recorded.Left));
        Assert.Equal(recorded, relived);
    }

    [Fact]
    public void Nobody_who_is_answered_now()
    {
        var more = new AddedAgent(SettingsOf(Id(8)), start, start.AddHours(1));
        var relived = Relived(new() { Added = [more] }).Relived;
        Assert.Equal((2, 2, 0), (relived.Offered, relived.Answered, relived.Left));
    }

    /// <summary>Each leaves after a minute and comes back two minutes later: at 0, 3, 6 and 9 minutes, and ten seconds after.</summary>
    [Fact]
    public void Who_is_lost_only_now_as_those_did_who_were_lost_on_the_day()
    {
        var relived = Relived(new() { Absent = new HashSet<Guid> { agent } }).Relived;
        Assert.Equal((8, 0), (relived.Offered, relived.Answered));
    }

    [Fact]
    public void As_often_and_as_soon_as_the_change_says()
    {
        var absent = new HashSet<Guid> { agent };
        Assert.Equal(3, Relived(new() { Absent = absent, Redial = Redial.Never }).Relived.Offered);
        var soon = new Redial(1, Duration.Always(TimeSpan.FromSeconds(30)));
        Assert.True(Relived(new() { Absent = absent, Redial = soon }).Relived.Offered > 8);
    }

    [Fact]
    public void Nobody_who_is_not_known() =>
        Assert.Equal(3, Relived(new() { Absent = new HashSet<Guid> { agent } }, callers: []).Relived.Offered);

    (QueueOfDay Recorded, QueueOfDay Relived) Relived(DayChange change, Dictionary<Guid, int>? callers = null)
    {
        if (records.Count == 0) Live();
        callers ??= new() { [first] = Patient, [second] = Impatient, [again] = Impatient };
        var day = new RecordedDay(Floor(), start, start.AddMinutes(10), callers);
        foreach (var (at, command, happened) in records) day.Add(at, command, happened);
        var recorded = day.End();
        var relived = new RelivedDay(day, Floor(), change).Run(TestContext.Current.CancellationToken);
        return (Assert.Single(recorded.Queues), Assert.Single(relived.Queues));
    }

    void Live()
    {
        Configure(router);
        Do(0, Command.Reconnect(1));
        Do(0, Command.ChooseState(1, AgentState.Available));
        Do(0, Arrival(first, 0));
        Do(0, Command.AcceptOffer(1, 1));
        Do(10, Arrival(second, 10));
        Do(70, Command.EndContact(2, Reason.CustomerEnded));
        Do(190, Arrival(again, 190));
        Do(200, Command.EndSegment(1, 1));
        Do(200, Command.AcceptOffer(3, 1));
        Do(590, Command.EndSegment(3, 1));
    }

    void Do(int seconds, in Command command)
    {
        events.Clear();
        var at = start.AddSeconds(seconds);
        router.Apply(command, at, events);
        Assert.Null(events.Refusal);
        records.Add((at, command, events.Events.ToArray()));
    }

    static Command Arrival(Guid id, int seconds) =>
        Command.Arrive(new() { Id = id, Queue = 1, Channel = Channel.Call, ArrivedAt = start.AddSeconds(seconds) });

    /// <summary>As it stands when the day begins.</summary>
    static Router Floor()
    {
        var floor = new Router();
        Configure(floor);
        var bytes = new ArrayBufferWriter<byte>();
        Snapshot.Write(floor, bytes);
        return Snapshot.Read(bytes.WrittenSpan);
    }

    static void Configure(Router router)
    {
        var sink = new EventSink();
        router.Apply(Command.ConfigurePartner(partner), start, sink);
        router.Apply(Command.ConfigureQueue(new() { Id = queue, Partner = partner, WrapUp = TimeSpan.Zero }), start, sink);
        router.Apply(Command.ConfigureAgent(SettingsOf(agent)), start, sink);
        Assert.Null(sink.Refusal);
    }

    static AgentSettings SettingsOf(Guid id) => new() { Id = id, Partners = [partner], Queues = [queue] };

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
