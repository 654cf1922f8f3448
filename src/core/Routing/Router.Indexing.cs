using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Who may serve what, kept ready: demands on one side, groups of agents on the other. Derived from the state, never
/// stored.
/// </summary>
public sealed partial class Router
{
    /// <summary>With fewer demands or groups than these it never pays to build the index anew.</summary>
    const int WorthReindexing = 4_096;

    readonly List<Agent?> agents = [null];
    readonly List<Queue?> queues = [null];
    readonly Contacts contacts = new();
    readonly Clocks clocks = new();
    readonly CoolDowns coolDowns;
    readonly EndedContacts ended = new();
    readonly Dictionary<string, AgentGroup> groups = [];

    /// <summary>By queue: the groups that list it. No others can be members where the queue has no rule for them.</summary>
    readonly Dictionary<int, List<AgentGroup>> listing = [];
    readonly Dictionary<DemandKey, Demand> demandByKey = [];
    readonly List<Demand> demands = [];

    /// <summary>Demands for one agent that were given up, for the next of their kind.</summary>
    readonly Stack<Demand> spareDemands = [];
    readonly OwnSteps ownSteps;

    /// <summary>Plans whose contacts are forgotten.</summary>
    readonly Stack<Plan> sparePlans = [];
    readonly List<Agent> changed = [];
    Lanes lanes = new();
    int reindexAtDemands = WorthReindexing;
    int reindexAtGroups = WorthReindexing;
    int openAgents;

    /// <summary>Grows when queues change: what was counted over them before is out of date.</summary>
    int queuesVersion;

    /// <summary>The agent's settings are new: his numbers, and his place among the groups.</summary>
    void Index(Agent agent)
    {
        SetCapacities(agent);
        agent.TakesFromLongestQueue = agent.Settings.TakesFromLongestQueue;
        LeaveGroup(agent);
        var profile = new Profile(agent.Settings, Directory);
        if (!groups.TryGetValue(profile.Key, out var group)) group = AddGroup(profile);
        agent.Group = group;
        group.Members.Add(agent);
        if (agent.State != AgentState.Offline) group.SignedIn++;
        JoinHolds(agent);
        MarkChanged(agent);
    }

    static void SetCapacities(Agent agent)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            SetCapacity(agent, channel, Channels.Default(channel));
        }

        foreach (var (channel, cost, atOnce) in agent.Settings.Capacities)
        {
            SetCapacity(agent, channel, (cost, atOnce));
        }

        // No question more for those who look for room: there is a place for none.
        if (agent.LacksTelephone) agent.AtOnce[(int)Channel.Call] = 0;
    }

    static void SetCapacity(Agent agent, Channel channel, (int Cost, int AtOnce) capacity) =>
        (agent.CostOf[(int)channel], agent.AtOnce[(int)channel]) = ((byte)capacity.Cost, (byte)capacity.AtOnce);

    AgentGroup AddGroup(Profile profile)
    {
        var group = new AgentGroup(profile);
        groups.Add(profile.Key, group);
        foreach (var queue in profile.Queues)
        {
            if (!listing.TryGetValue(queue, out var groupsOf)) listing.Add(queue, groupsOf = []);
            groupsOf.Add(group);
        }

        foreach (var demand in demands) Relate(demand, group);
        return group;
    }

    IReadOnlyCollection<AgentGroup> MayBeMembers(Queue queue) =>
        queue.MembersRule is null ? listing.GetValueOrDefault(queue.Number, []) : groups.Values;

    void LeaveGroup(Agent agent)
    {
        if (agent.Group is not { } group) return;
        if (agent.PlaceInGroup >= 0) Leave(group, agent);
        agent.Group = null;
        group.Members.Remove(agent);
        if (agent.State != AgentState.Offline) group.SignedIn--;
    }

    void Relate(Demand demand, AgentGroup group)
    {
        if (demand.OnlyAgent > 0 || !MayBeEligible(demand, group.Profile)) return;
        demand.Add(group);
        foreach (var agent in group.Members) Reconsider(agent);
    }

    /// <summary>The demand of a seeking contact's step in force.</summary>
    Demand DemandOf(in Contact contact) => DemandOf(contact, contact.Step);

    Demand DemandOf(in Contact contact, int step)
    {
        if (step == 0 || contact.Cost > 0) return FindDemand(contact, step);
        ref var remembered = ref PlanOf(contact).DemandAt(step, contact.Channel);
        if (remembered is { IsGone: false }) return remembered;
        var demand = FindDemand(contact, step);
        if (demand.OnlyAgent == 0) remembered = demand;
        return demand;
    }

    Demand FindDemand(in Contact contact, int step)
    {
        var named = step == 0 ? contact.Named : 0;
        var queue = named > 0 ? null : queues[contact.Queue];
        var rule = named > 0 ? Rule.OfAgent(named) : PlanOf(contact).Steps[step - 1].Rule;
        var whose = named > 0 ? -contact.Partner : contact.Queue;
        var key = new DemandKey(whose, named, rule.Key, contact.Channel, contact.Cost);
        return demandByKey.TryGetValue(key, out var demand) ? demand : AddDemand(key, queue, contact.Partner, rule);
    }

    Demand AddDemand(in DemandKey key, Queue? queue, int partner, Rule rule)
    {
        if (demands.Count >= reindexAtDemands) Reindex();
        var demand = rule.OnlyAgent > 0 && spareDemands.TryPop(out var spare) ? spare : new(demands.Count);
        demand.Ask(
            key, queue, partner, rule, queue is null ? Channels.Interrupts(key.Channel) : Interrupts(queue, key.Channel));
        if (demand.Number == demands.Count) demands.Add(demand);
        lanes.Describe(demand);
        demandByKey.Add(key, demand);
        queue?.Demands.Add(demand);
        if (demand.OnlyAgent == 0)
        {
            foreach (var group in MayBeMembers(queue!)) Relate(demand, group);
        }
        else if (Agent(demand.OnlyAgent) is { } only)
        {
            (only.OwnDemands ??= []).Add(demand.Number);
            only.HasOwnDemands = true;
        }

        return demand;
    }

    /// <summary>
    /// Nothing waits any more for which the agent alone will do. That may be so for each agent in each queue, and hardly
    /// ever twice: it is not kept, as other demands are.
    /// </summary>
    void GiveUp(Demand demand)
    {
        demand.IsGone = true;
        demandByKey.Remove(demand.Key);
        demand.Queue?.Demands.Remove(demand);
        if (Agent(demand.OnlyAgent) is { OwnDemands: { } own } only)
        {
            own.Remove(demand.Number);
            only.HasOwnDemands = own.Count > 0;
        }

        spareDemands.Push(demand);
    }

    /// <summary>
    /// Builds everything anew: after a snapshot, when a queue's members change, and when too much is dead.
    /// </summary>
    void Reindex()
    {
        foreach (var demand in demands) demand.IsGone = true;
        demands.Clear();
        spareDemands.Clear();
        demandByKey.Clear();
        groups.Clear();
        listing.Clear();
        changed.Clear();
        openAgents = 0;
        lanes = new();
        (reindexAtDemands, reindexAtGroups) = (int.MaxValue, int.MaxValue);
        RebuildHolds();
        foreach (var queue in queues) queue?.Demands.Clear();
        foreach (var agent in agents) Regroup(agent);
        for (var number = contacts.First; number <= contacts.Last; number++)
        {
            if (!contacts.Has(number)) continue;
            ref var contact = ref contacts[number];
            contact.Lane = contact.Before = contact.After = 0;
            if (contact.Seek == SeekState.Waiting)
            {
                lanes.Add(ref contact, DemandOf(contact).Number, PlanOf(contact), contacts);
            }
        }

        reindexAtDemands = Math.Max(WorthReindexing, 2 * demands.Count);
        reindexAtGroups = Math.Max(WorthReindexing, 2 * groups.Count);
    }

    void Regroup(Agent? agent)
    {
        if (agent is null) return;
        agent.OwnDemands = null;
        agent.HasOwnDemands = false;
        agent.PlaceInGroup = -1;
        agent.IsChanged = false;
        agent.Group = null;
        Index(agent);
    }

    /// <summary>What he is open for may differ from now on; looked into before the next choice of an agent.</summary>
    void MarkChanged(Agent agent)
    {
        if (agent.Holds is not null) CountInHolds(agent);
        Reconsider(agent);
    }

    void Reconsider(Agent agent)
    {
        if (agent.IsChanged) return;
        agent.IsChanged = true;
        changed.Add(agent);
    }

    /// <summary>
    /// Brings the groups' open agents up to date. An agent who was freed and got an offer at once costs nothing here.
    /// </summary>
    void Settle()
    {
        foreach (var agent in changed)
        {
            agent.IsChanged = false;
            if (agent.Group is not { } group) continue;
            var (was, now) = (agent.PlaceInGroup >= 0, IsOpen(agent) && group.MayUse(RoomOf(agent)));
            if (was && now) group.Moved(agent);
            else if (was) Leave(group, agent);
            else if (now) Enter(group, agent);
        }

        changed.Clear();
    }

    void Enter(AgentGroup group, Agent agent)
    {
        group.Enter(agent);
        openAgents++;
        if (group.OpenCount == 1) Mark(group, open: true);
    }

    void Leave(AgentGroup group, Agent agent)
    {
        group.Leave(agent);
        openAgents--;
        if (group.OpenCount == 0) Mark(group, open: false);
    }

    void Mark(AgentGroup group, bool open)
    {
        var demands = group.Demands;
        var places = group.Places;
        for (var i = 0; i < demands.Length; i++) this.demands[demands[i]].Mark(places[i], open);
    }
}
