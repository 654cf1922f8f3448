using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench;

/// <summary>
/// A floor under backlog: every agent is on a call, and every call that ends is followed by the best that waits.
/// </summary>
/// <remarks>
/// One round is two decisions: an agent becomes free and is offered a contact, and a contact arrives and gets its
/// place.
/// </remarks>
sealed class RoutingFloor
{
    public const int Agents = 10_000;
    public const int Queues = 500;
    public const int QueuesPerAgent = 23;
    public const int Waiting = 100_000;

    /// <summary>10,000 agents at five minutes a contact end one every 30 ms.</summary>
    static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(30);

    readonly Router router = new();
    readonly EventSink events = new();
    readonly Dice dice;
    readonly int[] contactOf = new int[Agents + 1];
    DateTimeOffset at = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public RoutingFloor(ulong seed)
    {
        dice = new(seed);
        Configure();
        for (var agent = 1; agent <= Agents; agent++) SignIn(agent);
        while (router.OpenContacts < Agents + Waiting) ArriveSomewhere();
        Note();
    }

    /// <summary>Called around every Apply when set: for timing them one by one.</summary>
    public Action<bool>? Observe { get; set; }

    /// <summary>Events handed out since the start.</summary>
    public long Events { get; private set; }

    public Router Router => router;

    /// <summary>One agent ends a call, wraps up, is offered the next and takes it; one contact arrives.</summary>
    public void Round()
    {
        at += BetweenRounds;
        if (router.NextDeadline <= at) Apply(Command.PassTime());
        var agent = dice.Throw(Agents);
        var contact = contactOf[agent];
        Apply(Command.EndSegment(contact, agent));
        Apply(Command.FinishWrapUp(contact, agent));
        Take(agent);
        ArriveSomewhere();
    }

    /// <summary>What the agent was offered by the last command becomes his.</summary>
    void Take(int agent)
    {
        foreach (ref readonly var happened in events.Events)
        {
            if (happened.Kind == EventKind.Offered) contactOf[agent] = happened.Contact;
        }

        Apply(Command.AcceptOffer(contactOf[agent], agent));
    }

    void ArriveSomewhere()
    {
        Apply(Command.Arrive(new()
        {
            Id = dice.Id(),
            External = dice.Id(),
            Queue = dice.Throw(Queues),
            Channel = Channel.Call,
            ArrivedAt = at,
        }));
    }

    /// <summary>The agents who were free at the start took what came first.</summary>
    void Note()
    {
        for (var agent = 1; agent <= Agents; agent++)
        {
            var work = router.Agent(agent)!.Work[0];
            contactOf[agent] = work.Contact;
            if (work.State == WorkState.Offered) Apply(Command.AcceptOffer(work.Contact, agent));
        }
    }

    void SignIn(int agent)
    {
        Apply(Command.Reconnect(agent));
        Apply(Command.ChooseState(agent, AgentState.Available));
    }

    void Configure()
    {
        var partner = Id(1);
        Apply(Command.ConfigurePartner(partner));
        for (var queue = 1; queue <= Queues; queue++)
        {
            Apply(Command.ConfigureQueue(new() { Id = Id(1_000_000 + queue), Partner = partner, SlopeMilli = 500 + queue }));
        }

        for (var agent = 1; agent <= Agents; agent++)
        {
            var queues = new HashSet<Guid>();
            while (queues.Count < QueuesPerAgent) queues.Add(Id(1_000_000 + dice.Throw(Queues)));
            Apply(Command.ConfigureAgent(new() { Id = Id(2_000_000 + agent), Partners = [partner], Queues = [.. queues] }));
        }
    }

    void Apply(in Command command)
    {
        events.Clear();
        Observe?.Invoke(true);
        router.Apply(command, at, events);
        Observe?.Invoke(false);
        Events += events.Count;
        if (events.Refusal is { } refusal) throw new InvalidOperationException($"{command.Kind}: {refusal.Title}");
    }

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
