using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench.Routing;

/// <summary>Who serves what on the <see cref="MixedFloor"/>.</summary>
/// <remarks>
/// Queues are numbered by kind: of every five, three are for calls, one is for chats and one for mails. In every second
/// queue two steps ask for a skill before the last is for anyone; every fiftieth is strict: its
/// rank rises steeply, and three of its agents are held.
/// </remarks>
sealed class MixedFloorPlan
{
    public const int Agents = 10_000;

    /// <summary>100,000 that wait, and what all agents have: 6,000 a call, 4,000 four chats and mails.</summary>
    public const int Contacts = 122_000;
    const int Queues = 500;
    const int Skills = 40;
    const int SkillsPerAgent = 4;

    const int StrictEvery = 50;
    const int HeldForStrict = 3;
    static readonly Guid Partner = RunningRouter.Id(IdOf.Partner, 1);
    static readonly TimeSpan StepTime = TimeSpan.FromSeconds(30);
    static readonly Channel[] Kinds = [Channel.Call, Channel.Call, Channel.Call, Channel.Chat, Channel.Mail];

    readonly Dice dice;
    readonly int[][] queuesOf = new int[Agents + 1][];
    readonly Step[][] stepsTo = new Step[Agents + 1][];

    public MixedFloorPlan(RunningRouter running, Dice dice)
    {
        this.dice = dice;
        running.Apply(Command.ConfigurePartner(Partner));
        for (var skill = 1; skill <= Skills; skill++)
        {
            running.Apply(Command.ConfigureSkill(RunningRouter.Id(IdOf.Skill, skill), false));
        }

        for (var queue = 1; queue <= Queues; queue++) running.Apply(Command.ConfigureQueue(SettingsOf(queue)));
        for (var agent = 1; agent <= Agents; agent++) running.Apply(Command.ConfigureAgent(SettingsOfAgent(agent)));
    }

    public Channel AnyChannel() => KindOf(dice.Throw(Queues));

    public int QueueOf(Channel channel)
    {
        while (true)
        {
            var queue = dice.Throw(Queues);
            if (KindOf(queue) == channel) return queue;
        }
    }

    /// <summary>A queue of an agent, and the steps of a customer who wants him.</summary>
    public (int Queue, Step[] Steps) OfSomebody(Channel channel)
    {
        while (true)
        {
            var agent = dice.Throw(Agents);
            var queue = queuesOf[agent][dice.Throw(queuesOf[agent].Length) - 1];
            if (KindOf(queue) == channel) return (queue, stepsTo[agent]);
        }
    }

    /// <summary>One of the agent's queues, and the steps of a customer who wants him.</summary>
    public (Channel Channel, int Queue, Step[] Steps) Of(int agent) =>
        (KindOf(queuesOf[agent][0]), queuesOf[agent][0], stepsTo[agent]);

    static Channel KindOf(int queue) => Kinds[queue % Kinds.Length];

    static QueueSettings SettingsOf(int queue)
    {
        var isStrict = queue % StrictEvery == 1;
        return new()
        {
            Id = RunningRouter.Id(IdOf.Queue, queue),
            Partner = Partner,
            SlopeMilli = isStrict ? Limits.SteepestSlopeMilli : 500 + queue,
            Hold = isStrict ? new(Requirement.Anyone, KindOf(queue), HeldForStrict) : null,
            Steps = queue % 2 == 0 ? Relaxing(1 + queue % Skills) : [new(Requirement.Anyone)],
        };
    }

    static Step[] Relaxing(int skill) =>
    [
        new(new Requirement.Skill(RunningRouter.Id(IdOf.Skill, skill), 3), StepTime),
        new(new Requirement.Skill(RunningRouter.Id(IdOf.Skill, skill), 1), StepTime),
        new(Requirement.Anyone),
    ];

    AgentSettings SettingsOfAgent(int agent)
    {
        var id = RunningRouter.Id(IdOf.Agent, agent);
        var talks = agent % 5 < 3;
        queuesOf[agent] = [.. dice.Several(5 * FloorSize.UsualQueuesPerAgent, Queues)
            .Where(queue => KindOf(queue) == Channel.Call == talks).Take(FloorSize.UsualQueuesPerAgent)];
        stepsTo[agent] = [new(new Requirement.Agent(id), StepTime, WhileSignedIn: true), new(Requirement.Anyone)];
        return new()
        {
            Id = id,
            Partners = [Partner],
            Queues = [.. queuesOf[agent].Select(queue => RunningRouter.Id(IdOf.Queue, queue))],
            Skills = [.. dice.Several(SkillsPerAgent, Skills)
                .Select(skill => new SkillLevel(RunningRouter.Id(IdOf.Skill, skill), dice.Throw(5)))],
            Capacities = [new(Channel.Chat, 25, 3), new(Channel.Mail, 25, 2)],
        };
    }
}
