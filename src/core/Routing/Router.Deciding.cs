namespace Centrala.Core.Routing;

/// <summary>
/// Matching. Agents who became free take the best claim among all contacts for which they are eligible; contacts that
/// began to seek choose among the agents.
/// </summary>
public sealed partial class Router
{
    readonly List<int> seekers = [];
    readonly List<Agent> freed = [];

    /// <summary>The contact looks for an agent in this decision.</summary>
    void Seek(ref Contact contact)
    {
        if (contact.IsSeeker) return;
        contact.IsSeeker = true;
        seekers.Add(contact.Number);
    }

    /// <summary>The agent may take something that he could not take before.</summary>
    void MarkFreed(Agent agent)
    {
        MarkChanged(agent);
        ListFreed(agent);
    }

    void ListFreed(Agent agent)
    {
        if (agent.IsFreed) return;
        agent.IsFreed = true;
        freed.Add(agent);
    }

    /// <summary>Leaves no open agent beside a contact for which he is eligible.</summary>
    void Decide()
    {
        while (freed.Count > 0 || seekers.Count > 0)
        {
            for (var next = 0; next < freed.Count; next++)
            {
                TakeAll(freed[next]);
                freed[next].IsFreed = false;
            }

            freed.Clear();
            SeekAll();
        }
    }

    /// <summary>What is paused with the agent goes on; then he takes the best claims while he has room.</summary>
    void TakeAll(Agent agent)
    {
        while (true)
        {
            if (agent.PausedWork > 0) ResumeWork(agent);
            if (!IsOpen(agent) || agent.Group is null) return;
            var best = BestFor(agent);
            if (best == 0) return;
            ref var contact = ref contacts[best];
            var chosen = contact.IsSeeker || freed.Count > 1 ? Choose(contact) : null;
            if (explained is not null) WriteDown(contact, chosen ?? agent, agent, chosen is not null);
            Offer(ref contact, chosen ?? agent);
        }
    }

    /// <summary>
    /// The contact with the best claim, across queues, among all for which the agent is eligible; 0: none.
    /// </summary>
    int BestFor(Agent agent)
    {
        if (lanes.Count == 0) return 0;
        if (agent.TakesFromLongestQueue) return BestOfLongest(agent);
        var best = Standing.None;
        var group = agent.Group!;
        if (!IsHeldFromAll(agent, out var isHeld))
        {
            var isBarred = agent.CoolDowns > 0 || isHeld;
            if (!isBarred) lanes.Improve(ref best, group.Demands, RoomOf(agent), at);
            foreach (var number in isBarred ? group.Demands : group.CarefulDemands) ImproveWithCare(ref best, number, agent);
        }

        if (!agent.HasOwnDemands) return best.Contact;
        foreach (var number in agent.OwnDemands!) ImproveWithCare(ref best, number, agent);
        return best.Contact;
    }

    /// <summary>
    /// The best claim of the queue in which most wait, among the queues from which he may take; who is sought by name
    /// comes first.
    /// </summary>
    int BestOfLongest(Agent agent)
    {
        var (best, longest) = (Standing.None, -1);
        foreach (var number in agent.Group!.Demands) Try(number);
        foreach (var number in agent.OwnDemands ?? []) Try(number);
        return best.Contact;

        void Try(int number)
        {
            var one = Standing.None;
            ImproveWithCare(ref one, number, agent);
            if (one.Contact == 0) return;
            var length = LengthOf(demands[number]);
            if (length < longest || (length == longest && !one.IsBefore(best))) return;
            (best, longest) = (one, length);
        }
    }

    static int LengthOf(Demand demand) => demand.Queue?.Waiting ?? int.MaxValue;

    /// <summary>For what has a cost of its own, names agents, or may be cooling down or held back.</summary>
    void ImproveWithCare(ref Standing best, int number, Agent agent)
    {
        ref readonly var demand = ref lanes.Of(number);
        if (demand.First == 0 || !Fits(agent, demand.Channel, demand.Cost, demand.Interrupts)) return;
        if (demand.AsksEach && !IsEligible(demands[number], agent)) return;
        if (IsHeldBack(agent, demands[number])) return;
        lanes.Improve(ref best, number, at, agent.Number, contacts, coolDowns);
    }

    /// <summary>
    /// The contacts that began to seek choose in the order of their claims; a freed agent has taken his best before.
    /// </summary>
    void SeekAll()
    {
        if (seekers.Count > 1) seekers.Sort(ByClaim);
        for (var next = 0; next < seekers.Count; next++)
        {
            ref var contact = ref contacts[seekers[next]];
            contact.IsSeeker = false;
            if (contact.Seek != SeekState.Waiting || Choose(contact) is not { } agent) continue;
            if (explained is not null) WriteDown(contact, agent, null, true);
            Offer(ref contact, agent);
        }

        seekers.Clear();
    }

    int ByClaim(int left, int right)
    {
        if (left == right) return 0;
        var (one, other) = (StandingOf(left), StandingOf(right));
        return one.IsBefore(other) ? -1 : 1;
    }

    Standing StandingOf(int number) => StandingOf(number, at);

    Standing StandingOf(int number, long atTicks)
    {
        ref var contact = ref contacts[number];
        var plan = PlanOf(contact);
        var rank = RankMilli(contact.BaseMilli, plan.SlopeMilli, plan.CapMilli, atTicks - contact.WaitSinceTicks);
        return new(rank, contact.WaitSinceTicks, number);
    }
}
