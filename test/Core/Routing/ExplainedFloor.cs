using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>Ana knows the skill a little, Ben best but he is away, Cat enough for most.</summary>
sealed class ExplainedFloor
{
    static readonly Guid Partner = Id(1), Skill = Id(2), Queue = Id(3);
    readonly Router router = new();
    readonly EventSink events = new();
    DateTimeOffset at = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    byte arrived;

    public ExplainedFloor()
    {
        Do(Command.ConfigurePartner(Partner));
        Do(Command.ConfigureSkill(Skill, isLanguage: false));
        Do(Command.ConfigureQueue(new() { Id = Queue, Partner = Partner, Members = Requirement.Anyone }));
        (Ana, Ben, Cat) = (Agent(11, level: 2), Agent(12, level: 5), Agent(13, level: 3));
        Do(Command.ChooseState(Ben, AgentState.Away));
    }

    public int Ana { get; }
    public int Ben { get; }
    public int Cat { get; }

    public Explanation Arrives(int level, bool expectNobody = false)
    {
        var told = Do(Command.Arrive(new()
        {
            Id = Id(++arrived, contact: true),
            Queue = 1,
            Channel = Channel.Call,
            ArrivedAt = at,
            Steps = [new(new Requirement.Skill(Skill, level), null, false)],
        }));
        if (!expectNobody) return Assert.Single(told);
        Assert.Empty(told);
        return null!;
    }

    public Explanation BenIsBack() => Assert.Single(Do(Command.ChooseState(Ben, AgentState.Available)));

    int Agent(byte id, int level)
    {
        Do(Command.ConfigureAgent(new() { Id = Id(id), Partners = [Partner], Skills = [new(Skill, level)] }));
        var number = router.LastAgent;
        Do(Command.Reconnect(number));
        Do(Command.ChooseState(number, AgentState.Available));
        return number;
    }

    List<Explanation> Do(in Command command)
    {
        at += TimeSpan.FromSeconds(1);
        events.Clear();
        var told = new List<Explanation>();
        router.Explain(command, at, events, told);
        Assert.Null(events.Refusal);
        return told;
    }

    static Guid Id(byte number, bool contact = false) => new(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(contact ? 1 : 0), number);
}
