namespace Centrala.Core.Routing;

/// <summary>
/// Matching. Agents who became free take the best claim among all contacts for which they are eligible; contacts that
/// began to seek choose among the agents.
/// </summary>
public sealed partial class Router
{
    readonly List<int> _seekers = [];
    readonly List<Agent> _freed = [];

    /// <summary>The contact looks for an agent in this decision.</summary>
    void Seek(ref Contact contact)
    {
        if (contact.IsSeeker) return;
        contact.IsSeeker = true;
        _seekers.Add(contact.Number);
    }

    /// <summary>The agent may take something that he could not take before.</summary>
    void MarkFreed(Agent agent)
    {
        MarkChanged(agent);
        if (agent.IsFreed) return;
        agent.IsFreed = true;
        _freed.Add(agent);
    }

    /// <summary>Leaves no open agent beside a contact for which he is eligible.</summary>
    void Decide()
    {
        while (_freed.Count > 0 || _seekers.Count > 0)
        {
            for (var next = 0; next < _freed.Count; next++)
            {
                TakeAll(_freed[next]);
                _freed[next].IsFreed = false;
            }

            _freed.Clear();
            SeekAll();
        }
    }

    /// <summary>The agent takes the best claims while he has room.</summary>
    void TakeAll(Agent agent)
    {
        while (IsOpen(agent) && agent.Group is not null)
        {
            var best = BestFor(agent);
            if (best == 0) return;
            ref var contact = ref _contacts[best];
            if (contact.IsSeeker) Offer(ref contact, Choose(contact) ?? agent);
            else Offer(ref contact, agent);
        }
    }

    /// <summary>
    /// The contact with the best claim, across queues, among all for which the agent is eligible; 0: none.
    /// </summary>
    int BestFor(Agent agent)
    {
        var best = default(Standing);
        var barred = agent.CoolDowns > 0 ? _coolDowns : null;
        foreach (var demand in agent.Group!.Demands) Improve(ref best, demand, agent, barred);
        foreach (var demand in agent.OwnDemands) Improve(ref best, demand, agent, barred);
        return best.Contact;
    }

    void Improve(ref Standing best, int number, Agent agent, CoolDowns? barred)
    {
        ref readonly var demand = ref _lanes.Of(number);
        if (demand.Waiting == 0 || !Fits(agent, demand.Channel, demand.Cost)) return;
        if (demand.AsksEach && !IsEligible(_demands[number], agent)) return;
        _lanes.Best(number, _at, ref best, _contacts, barred, agent.Number);
    }

    /// <summary>
    /// The contacts that began to seek choose in the order of their claims; a freed agent has taken his best before.
    /// </summary>
    void SeekAll()
    {
        if (_seekers.Count > 1) _seekers.Sort(ByClaim);
        for (var next = 0; next < _seekers.Count; next++)
        {
            ref var contact = ref _contacts[_seekers[next]];
            contact.IsSeeker = false;
            if (contact.Seek == SeekState.Waiting && Choose(contact) is { } agent) Offer(ref contact, agent);
        }

        _seekers.Clear();
    }

    int ByClaim(int left, int right)
    {
        if (left == right) return 0;
        var (one, other) = (StandingOf(left), StandingOf(right));
        return one.IsBefore(other) ? -1 : 1;
    }

    Standing StandingOf(int number)
    {
        ref var contact = ref _contacts[number];
        var plan = PlanOf(contact);
        var rank = RankMilli(contact.BaseMilli, plan.SlopeMilli, plan.CapMilli, _at - contact.WaitSinceTicks);
        return new(rank, contact.WaitSinceTicks, number);
    }
}
