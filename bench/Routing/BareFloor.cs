using System.Runtime.InteropServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench.Routing;

/// <summary>
/// The oracle of speed: the same commands on the same data as <see cref="RoutingFloor"/>, and nothing else.
/// </summary>
/// <remarks>
/// Flat arrays, contacts with all that is known of them, both ids looked up at arrival, ended contacts remembered, every
/// change told. No rule is asked, nothing can be refused, no clock runs, and nobody is looked for when a contact arrives:
/// all agents are busy. What the router takes beyond it is what its rules cost.
/// </remarks>
sealed class BareFloor
{
    const long TicksBetweenRounds = 30 * TimeSpan.TicksPerMillisecond;
    readonly Dice dice;
    readonly FloorSize size = FloorSize.Usual;
    readonly int[] queuesOf;
    readonly BareAgent[] agents;
    readonly BareLane[] lanes;
    readonly BareContact[] contacts = new BareContact[1 << 18];
    readonly BareIds ids = new(), external = new();
    readonly int[] ended = new int[Limits.EndedContactsRemembered];
    readonly BareEvent[] told = new BareEvent[8];
    int tells, next = 1, nextEnded;
    long at;

    public BareFloor(ulong seed)
    {
        dice = new(seed);
        queuesOf = new int[(size.Agents + 1) * size.QueuesPerAgent];
        (agents, lanes) = (new BareAgent[size.Agents + 1], new BareLane[size.Queues + 1]);
        for (var place = 0; place < queuesOf.Length; place++) queuesOf[place] = dice.Throw(size.Queues);
        for (var waiting = 0; waiting < size.Waiting + size.Agents; waiting++) Arrive();
        for (var agent = 1; agent <= size.Agents; agent++)
        {
            Offer(agent);
            Accept(agent);
        }
    }

    /// <summary>Events told; keeps the work from being optimised away.</summary>
    public long Told { get; private set; }

    /// <summary>One agent ends a call, wraps up, is offered the next and takes it; one contact arrives.</summary>
    public void Round()
    {
        at += TicksBetweenRounds;
        var agent = dice.Throw(size.Agents);
        End(agent);
        FinishWrapUp(agent);
        Offer(agent);
        Accept(agent);
        Arrive();
        Told += tells;
    }

    void End(int agent)
    {
        tells = 0;
        ref var working = ref agents[agent];
        ref var contact = ref contacts[working.Contact];
        (contact.State, contact.StateSinceTicks, contact.ConnectedTo) = (ContactState.WrapUp, at, 0);
        (working.State, working.UntilTicks) = (WorkState.WrapUp, at + TimeSpan.TicksPerMinute);
        Tell(1, working.Contact, agent, contact.Queue, working.UntilTicks);
        Tell(2, working.Contact, 0, contact.Queue, 0);
    }

    void FinishWrapUp(int agent)
    {
        tells = 0;
        ref var working = ref agents[agent];
        ref var contact = ref contacts[working.Contact];
        (contact.State, contact.StateSinceTicks) = (ContactState.Ended, at);
        (working.Points, working.IdleSinceTicks) = (0, at);
        working.OccupiedTicks += at - working.OccupiedSinceTicks;
        Tell(3, working.Contact, agent, contact.Queue, 0);
        ref var oldest = ref ended[nextEnded++ % ended.Length];
        if (oldest != 0) Forget(oldest);
        oldest = working.Contact;
    }

    void Forget(int number)
    {
        ref var contact = ref contacts[number];
        ids.Remove(contact.Id, number);
        external.Remove(contact.External, number);
        contact.Number = 0;
        Tell(4, number, 0, 0, 0);
    }

    void Offer(int agent)
    {
        var best = BestFor(agent);
        ref var contact = ref contacts[best];
        ref var lane = ref lanes[contact.Queue];
        lane.Head = contact.After;
        lane.HeadSinceTicks = contacts[lane.Head].WaitSinceTicks;
        if (lane.Head == 0) lane.Tail = 0;
        (contact.State, contact.StateSinceTicks) = (ContactState.Offered, at);
        (contact.OfferedTo, contact.UntilTicks) = (agent, at + 20 * TimeSpan.TicksPerSecond);
        contact.Offers++;
        ref var offered = ref agents[agent];
        (offered.Contact, offered.State, offered.UntilTicks) = (best, WorkState.Offered, contact.UntilTicks);
        (offered.Points, offered.OccupiedSinceTicks, offered.LastOfferTicks) = (100, at, at);
        Tell(5, best, agent, contact.Queue, contact.UntilTicks);
    }

    int BestFor(int agent)
    {
        var (best, bestRank) = (0, long.MinValue);
        foreach (var queue in queuesOf.AsSpan(agent * size.QueuesPerAgent, size.QueuesPerAgent))
        {
            ref readonly var lane = ref lanes[queue];
            if (lane.Head == 0) continue;
            var rank = (500 + queue) * (at - lane.HeadSinceTicks);
            if (rank > bestRank) (best, bestRank) = (lane.Head, rank);
        }

        return best;
    }

    void Accept(int agent)
    {
        tells = 0;
        ref var working = ref agents[agent];
        ref var contact = ref contacts[working.Contact];
        (contact.State, contact.StateSinceTicks, contact.UntilTicks) = (ContactState.Connected, at, 0);
        (contact.OfferedTo, contact.ConnectedTo, contact.LastAgent) = (0, agent, agent);
        contact.Segments++;
        (working.State, working.SinceTicks, working.UntilTicks) = (WorkState.Connected, at, 0);
        Tell(6, working.Contact, agent, contact.Queue, 0);
    }

    void Arrive()
    {
        tells = 0;
        var (id, external, queue) = (dice.Id(), dice.Id(), dice.Throw(size.Queues));
        if (ids.Find(id, contacts) != 0 || this.external.FindExternal(external, contacts) != 0) return;
        while (contacts[next].Number != 0 || next == 0) next = (next + 1) & (contacts.Length - 1);
        ref var contact = ref contacts[next];
        contact = default;
        (contact.Number, contact.Id, contact.External, contact.Queue) = (next, id, external, queue);
        (contact.ArrivedAtTicks, contact.WaitSinceTicks, contact.StateSinceTicks) = (at, at, at);
        (contact.Channel, contact.State) = (Channel.Call, ContactState.Waiting);
        ids.Add(id, next);
        this.external.Add(external, next);
        ref var lane = ref lanes[queue];
        if (lane.Tail != 0) contacts[lane.Tail].After = next;
        else (lane.Head, lane.HeadSinceTicks) = (next, at);
        lane.Tail = next;
        Tell(7, next, 0, queue, at);
        Tell(8, next, 0, queue, 0);
    }

    void Tell(int kind, int contact, int agent, int queue, long untilTicks) =>
        told[tells++] = new(kind, contact, agent, queue, at, untilTicks);
}

struct BareLane
{
    public long HeadSinceTicks;
    public int Head, Tail;
}

struct BareAgent
{
    public long SinceTicks, UntilTicks, IdleSinceTicks, LastOfferTicks, OccupiedTicks, OccupiedSinceTicks;
    public int Contact, Points;
    public WorkState State;
}

struct BareContact
{
    public long WaitSinceTicks, UntilTicks, StateSinceTicks, ArrivedAtTicks;
    public int Number, After, Queue, OfferedTo, ConnectedTo, LastAgent, Offers, Segments;
    public ContactState State;
    public Channel Channel;
    public Guid Id, External;
}

readonly record struct BareEvent(int Kind, int Contact, int Agent, int Queue, long AtTicks, long UntilTicks);

/// <summary>Ids to numbers: hash and number in one flat table, searched onwards.</summary>
sealed class BareIds
{
    readonly (uint Hash, int Number)[] slots = new (uint, int)[1 << 19];

    public int Find(Guid id, BareContact[] contacts)
    {
        var hash = Hash(id);
        for (var place = hash; ; place++)
        {
            ref readonly var slot = ref slots[place & (slots.Length - 1)];
            if (slot.Number == 0 || (slot.Hash == hash && contacts[slot.Number].Id == id)) return slot.Number;
        }
    }

    public int FindExternal(Guid id, BareContact[] contacts)
    {
        var hash = Hash(id);
        for (var place = hash; ; place++)
        {
            ref readonly var slot = ref slots[place & (slots.Length - 1)];
            if (slot.Number == 0 || (slot.Hash == hash && contacts[slot.Number].External == id)) return slot.Number;
        }
    }

    public void Add(Guid id, int number)
    {
        var place = Hash(id);
        while (slots[place & (slots.Length - 1)].Number != 0) place++;
        slots[place & (slots.Length - 1)] = (Hash(id), number);
    }

    public void Remove(Guid id, int number)
    {
        var mask = (uint)slots.Length - 1;
        var gap = Hash(id) & mask;
        while (slots[gap].Number != number) gap = (gap + 1) & mask;
        for (var place = (gap + 1) & mask; slots[place].Number != 0; place = (place + 1) & mask)
        {
            if (((place - slots[place].Hash) & mask) < ((place - gap) & mask)) continue;
            slots[gap] = slots[place];
            gap = place;
        }

        slots[gap] = default;
    }

    static uint Hash(Guid id) =>
        (uint)(MemoryMarshal.Cast<Guid, ulong>(MemoryMarshal.CreateReadOnlySpan(ref id, 1))[0] * 0xD6E8FEB86659FD93 >> 32);
}
