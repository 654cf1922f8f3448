using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench.Routing;

/// <summary>
/// A floor under backlog on which most rules are at work: channels with points, steps that relax, customers who want
/// their agent, and strict queues for which agents are held.
/// </summary>
/// <remarks>
/// Three in five agents talk, the rest have chats and mails, four at a time. What ends is followed by an arrival of its
/// channel, so that the floor stays as it is. A decision is an arrival, or an agent who becomes free and is offered
/// something; steps that end are matched anew, offers are accepted, and neither is counted.
/// </remarks>
sealed class MixedFloor
{
    const int StickyPercent = 5;

    readonly RunningRouter running = new();
    readonly Dice dice;
    readonly MixedFloorPlan plan;
    readonly TimeSpan betweenRounds;
    readonly List<(int Contact, int Agent)> offered = [];

    public MixedFloor(ulong seed)
    {
        dice = new(seed);
        plan = new(running, dice);
        betweenRounds = TimeSpan.FromMinutes(5) / MixedFloorPlan.Agents;
        for (var agent = 1; agent <= MixedFloorPlan.Agents; agent++)
        {
            running.SignIn(agent);
            AcceptAll();
        }

        for (var agent = 1; agent <= MixedFloorPlan.Agents; agent++) ArriveFor(agent);
        while (running.Router.OpenContacts < MixedFloorPlan.Contacts) Arrive(plan.AnyChannel());
    }

    public RunningRouter Running => running;

    /// <summary>Arrivals, and agents who became free and were offered something.</summary>
    public long Decisions { get; private set; }

    /// <summary>One agent ends something, wraps up, and takes what he is offered; another contact arrives.</summary>
    public void Round()
    {
        running.Wait(betweenRounds);
        AcceptAll();
        var (agent, work) = SomebodyAtWork();
        running.Apply(Command.EndSegment(work.Contact, agent));
        AcceptAll();
        running.Apply(Command.FinishWrapUp(work.Contact, agent));
        if (AcceptAll()) Decisions++;
        Arrive(work.Channel);
    }

    /// <summary>Agents who are held for a strict queue have nothing to end.</summary>
    (int Agent, Work Work) SomebodyAtWork()
    {
        while (true)
        {
            var agent = dice.Throw(MixedFloorPlan.Agents);
            var work = running.Router.Agent(agent)!.Work;
            if (work.Length > 0) return (agent, work[dice.Throw(work.Length) - 1]);
        }
    }

    void Arrive(Channel channel)
    {
        var isSticky = dice.Throw(100) <= StickyPercent;
        var (queue, steps) = isSticky ? plan.OfSomebody(channel) : (plan.QueueOf(channel), null);
        Arrive(channel, queue, steps);
    }

    /// <summary>At the beginning, a customer for each agent: nobody is asked for by name for the first time later.</summary>
    void ArriveFor(int agent)
    {
        var (channel, queue, steps) = plan.Of(agent);
        Arrive(channel, queue, steps);
    }

    void Arrive(Channel channel, int queue, Step[]? steps)
    {
        running.Apply(Command.Arrive(new()
        {
            Id = dice.Id(),
            External = dice.Id(),
            Queue = queue,
            Channel = channel,
            ArrivedAt = running.At,
            Steps = steps,
        }));
        AcceptAll();
        Decisions++;
    }

    /// <summary>What the last command offered is taken, and what that brings about as well.</summary>
    /// <returns>Whether anything was offered.</returns>
    bool AcceptAll()
    {
        offered.Clear();
        NoteOffers();
        for (var next = 0; next < offered.Count; next++)
        {
            running.Apply(Command.AcceptOffer(offered[next].Contact, offered[next].Agent));
            NoteOffers();
        }

        return offered.Count > 0;
    }

    void NoteOffers()
    {
        foreach (ref readonly var happened in running.Happened)
        {
            if (happened.Kind == EventKind.Offered) offered.Add((happened.Contact, happened.Agent));
        }
    }
}
