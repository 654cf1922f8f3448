using System.Runtime.InteropServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench;

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
    readonly Dice _dice;
    readonly int[] _queuesOf = new int[(RoutingFloor.Agents + 1) * RoutingFloor.QueuesPerAgent];
    readonly BareAgent[] _agents = new BareAgent[RoutingFloor.Agents + 1];
    readonly BareLane[] _lanes = new BareLane[RoutingFloor.Queues + 1];
    readonly BareContact[] _contacts;
    readonly BareIds _ids = new(), _external = new();
    readonly int[] _ended = new int[Limits.EndedContactsRemembered];
    readonly BareEvent[] _told = new BareEvent[8];
    int _tells, _next = 1, _nextEnded;
    long _at;

    public BareFloor(ulong seed)
    {
        _dice = new(seed);
        _contacts = new BareContact[1 << 18];
        for (var place = 0; place < _queuesOf.Length; place++) _queuesOf[place] = _dice.Throw(RoutingFloor.Queues);
        for (var waiting = 0; waiting < RoutingFloor.Waiting + RoutingFloor.Agents; waiting++) Arrive();
        for (var agent = 1; agent <= RoutingFloor.Agents; agent++)
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
        _at += TicksBetweenRounds;
        var agent = _dice.Throw(RoutingFloor.Agents);
        End(agent);
        FinishWrapUp(agent);
        Offer(agent);
        Accept(agent);
        Arrive();
        Told += _tells;
    }

    void End(int agent)
    {
        _tells = 0;
        ref var working = ref _agents[agent];
        ref var contact = ref _contacts[working.Contact];
        (contact.State, contact.StateSinceTicks, contact.ConnectedTo) = (ContactState.WrapUp, _at, 0);
        (working.State, working.UntilTicks) = (WorkState.WrapUp, _at + TimeSpan.TicksPerMinute);
        Tell(1, working.Contact, agent, contact.Queue, working.UntilTicks);
        Tell(2, working.Contact, 0, contact.Queue, 0);
    }

    void FinishWrapUp(int agent)
    {
        _tells = 0;
        ref var working = ref _agents[agent];
        ref var contact = ref _contacts[working.Contact];
        (contact.State, contact.StateSinceTicks) = (ContactState.Ended, _at);
        (working.Points, working.IdleSinceTicks) = (0, _at);
        working.OccupiedTicks += _at - working.OccupiedSinceTicks;
        Tell(3, working.Contact, agent, contact.Queue, 0);
        ref var oldest = ref _ended[_nextEnded++ % _ended.Length];
        if (oldest != 0) Forget(oldest);
        oldest = working.Contact;
    }

    void Forget(int number)
    {
        ref var contact = ref _contacts[number];
        _ids.Remove(contact.Id, number);
        _external.Remove(contact.External, number);
        contact.Number = 0;
        Tell(4, number, 0, 0, 0);
    }

    void Offer(int agent)
    {
        var best = BestFor(agent);
        ref var contact = ref _contacts[best];
        ref var lane = ref _lanes[contact.Queue];
        lane.Head = contact.After;
        lane.HeadSinceTicks = _contacts[lane.Head].WaitSinceTicks;
        if (lane.Head == 0) lane.Tail = 0;
        (contact.State, contact.StateSinceTicks) = (ContactState.Offered, _at);
        (contact.OfferedTo, contact.UntilTicks) = (agent, _at + 20 * TimeSpan.TicksPerSecond);
        contact.Offers++;
        ref var offered = ref _agents[agent];
        (offered.Contact, offered.State, offered.UntilTicks) = (best, WorkState.Offered, contact.UntilTicks);
        (offered.Points, offered.OccupiedSinceTicks, offered.LastOfferTicks) = (100, _at, _at);
        Tell(5, best, agent, contact.Queue, contact.UntilTicks);
    }

    int BestFor(int agent)
    {
        var (best, bestRank) = (0, long.MinValue);
        foreach (var queue in _queuesOf.AsSpan(agent * RoutingFloor.QueuesPerAgent, RoutingFloor.QueuesPerAgent))
        {
            ref readonly var lane = ref _lanes[queue];
            if (lane.Head == 0) continue;
            var rank = (500 + queue) * (_at - lane.HeadSinceTicks);
            if (rank > bestRank) (best, bestRank) = (lane.Head, rank);
        }

        return best;
    }

    void Accept(int agent)
    {
        _tells = 0;
        ref var working = ref _agents[agent];
        ref var contact = ref _contacts[working.Contact];
        (contact.State, contact.StateSinceTicks, contact.UntilTicks) = (ContactState.Connected, _at, 0);
        (contact.OfferedTo, contact.ConnectedTo, contact.LastAgent) = (0, agent, agent);
        contact.Segments++;
        (working.State, working.SinceTicks, working.UntilTicks) = (WorkState.Connected, _at, 0);
        Tell(6, working.Contact, agent, contact.Queue, 0);
    }

    void Arrive()
    {
        _tells = 0;
        var (id, external, queue) = (_dice.Id(), _dice.Id(), _dice.Throw(RoutingFloor.Queues));
        if (_ids.Find(id, _contacts) != 0 || _external.FindExternal(external, _contacts) != 0) return;
        while (_contacts[_next].Number != 0 || _next == 0) _next = (_next + 1) & (_contacts.Length - 1);
        ref var contact = ref _contacts[_next];
        contact = default;
        (contact.Number, contact.Id, contact.External, contact.Queue) = (_next, id, external, queue);
        (contact.ArrivedAtTicks, contact.WaitSinceTicks, contact.StateSinceTicks) = (_at, _at, _at);
        (contact.Channel, contact.State) = (Channel.Call, ContactState.Waiting);
        _ids.Add(id, _next);
        _external.Add(external, _next);
        ref var lane = ref _lanes[queue];
        if (lane.Tail != 0) _contacts[lane.Tail].After = _next;
        else (lane.Head, lane.HeadSinceTicks) = (_next, _at);
        lane.Tail = _next;
        Tell(7, _next, 0, queue, _at);
        Tell(8, _next, 0, queue, 0);
    }

    void Tell(int kind, int contact, int agent, int queue, long untilTicks) =>
        _told[_tells++] = new(kind, contact, agent, queue, _at, untilTicks);
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
    readonly (uint Hash, int Number)[] _slots = new (uint, int)[1 << 19];

    public int Find(Guid id, BareContact[] contacts)
    {
        var hash = Hash(id);
        for (var place = hash; ; place++)
        {
            ref readonly var slot = ref _slots[place & (_slots.Length - 1)];
            if (slot.Number == 0 || (slot.Hash == hash && contacts[slot.Number].Id == id)) return slot.Number;
        }
    }

    public int FindExternal(Guid id, BareContact[] contacts)
    {
        var hash = Hash(id);
        for (var place = hash; ; place++)
        {
            ref readonly var slot = ref _slots[place & (_slots.Length - 1)];
            if (slot.Number == 0 || (slot.Hash == hash && contacts[slot.Number].External == id)) return slot.Number;
        }
    }

    public void Add(Guid id, int number)
    {
        var place = Hash(id);
        while (_slots[place & (_slots.Length - 1)].Number != 0) place++;
        _slots[place & (_slots.Length - 1)] = (Hash(id), number);
    }

    public void Remove(Guid id, int number)
    {
        var mask = (uint)_slots.Length - 1;
        var gap = Hash(id) & mask;
        while (_slots[gap].Number != number) gap = (gap + 1) & mask;
        for (var place = (gap + 1) & mask; _slots[place].Number != 0; place = (place + 1) & mask)
        {
            if (((place - _slots[place].Hash) & mask) < ((place - gap) & mask)) continue;
            _slots[gap] = _slots[place];
            gap = place;
        }

        _slots[gap] = default;
    }

    static uint Hash(Guid id) =>
        (uint)(MemoryMarshal.Cast<Guid, ulong>(MemoryMarshal.CreateReadOnlySpan(ref id, 1))[0] * 0xD6E8FEB86659FD93 >> 32);
}
