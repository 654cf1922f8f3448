using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// The waiting contacts: one list per demand, base, slope and cap, in the order of waiting, so that only heads are
/// compared.
/// </summary>
/// <remarks>
/// A lane's head is copied into the lane: comparing ranks touches no contact. Lanes and their numbers are reused.
/// </remarks>
sealed class Lanes
{
    struct Lane
    {
        public long HeadSinceTicks;
        public int Head, Tail;
        public int BaseMilli, SlopeMilli, CapMilli;
        public int Demand;

        /// <summary>The next lane of the demand, or the next free one.</summary>
        public int Next;
    }

    /// <summary>
    /// By demand number: how many wait and in which lanes, beside what an agent who becomes free asks of every demand.
    /// </summary>
    public struct OfDemand
    {
        public int Waiting;
        public int First;
        public Channel Channel;

        /// <summary>Points; 0: what the channel costs the agent.</summary>
        public byte Cost;

        /// <summary>Agents of one group may fare differently: each is asked.</summary>
        public bool AsksEach;

        /// <summary>Only one agent will do.</summary>
        public bool IsOwn;

        /// <summary>It may pause what the agent has.</summary>
        public bool Interrupts;

        /// <summary>See <see cref="Demand.ChannelBit"/>.</summary>
        public ushort ChannelBit;
    }

    Lane[] lanes = new Lane[64];
    OfDemand[] demands = new OfDemand[64];
    int laneCount = 1;
    int firstFree;

    /// <summary>Contacts that wait, whatever for.</summary>
    public int Count { get; private set; }

    public int Waiting(int demand) => demands[demand].Waiting;

    public ref readonly OfDemand Of(int demand) => ref demands[demand];

    public void Describe(Demand demand)
    {
        if (demand.Number >= demands.Length)
        {
            Array.Resize(ref demands, Math.Max(demands.Length * 2, demand.Number + 1));
        }
        ref var described = ref demands[demand.Number];
        (described.Channel, described.Cost) = (demand.Channel, (byte)demand.Cost);
        described.IsOwn = demand.OnlyAgent > 0;
        described.AsksEach = demand.NamesAgents || demand.OnlyAgent > 0;
        described.Interrupts = demand.Interrupts;
        described.ChannelBit = demand.ChannelBit;
    }

    public void Add(ref Contact contact, int demand, Plan plan, Contacts contacts)
    {
        demands[demand].Waiting++;
        Count++;
        var number = LaneOf(demand, contact.BaseMilli, plan.SlopeMilli, plan.CapMilli);
        ref var lane = ref lanes[number];
        contact.Lane = number;
        var isFirst = lane.Head == 0 || IsEarlier(contact, lane);
        var after = isFirst ? lane.Head : Successor(contact, lane, contacts);
        Link(ref contact, ref lane, after, contacts);
    }

    /// <returns>The demand for which it waited.</returns>
    public int Remove(ref Contact contact, Contacts contacts)
    {
        ref var lane = ref lanes[contact.Lane];
        var demand = lane.Demand;
        if (contact.Before != 0) contacts[contact.Before].After = contact.After;
        else lane.Head = contact.After;
        if (contact.After != 0) contacts[contact.After].Before = contact.Before;
        else lane.Tail = contact.Before;
        if (contact.Before == 0 && lane.Head != 0)
        {
            ref readonly var head = ref contacts[lane.Head];
            lane.HeadSinceTicks = head.WaitSinceTicks;
            if (head.After != 0) contacts.FetchAhead(head.After);
        }

        demands[demand].Waiting--;
        Count--;
        if (lane.Head == 0) Free(contact.Lane);
        contact.Lane = contact.Before = contact.After = 0;
        return demand;
    }

    /// <summary>
    /// Takes the best claim among the demands for which there is room, unless <paramref name="best"/> is better. This
    /// loop is most of what a decision costs: it works on numbers at hand and looks only at heads.
    /// </summary>
    /// <param name="demands">Those that need care are passed over.</param>
    public void Improve(ref Standing best, ReadOnlySpan<int> demands, Room room, long atTicks)
    {
        var (ofDemand, lanes) = (this.demands, this.lanes);
        var (bestRank, bestSince, bestContact) = (best.RankMilli, best.WaitSinceTicks, best.Contact);
        foreach (var number in demands)
        {
            ref readonly var demand = ref ofDemand[number];
            if (!room.MayTake(demand)) continue;
            for (var next = demand.First; next != 0;)
            {
                ref readonly var lane = ref lanes[next];
                next = lane.Next;
                var (since, head) = (lane.HeadSinceTicks, lane.Head);
                var rank = Router.RankMilli(lane.BaseMilli, lane.SlopeMilli, lane.CapMilli, atTicks - since);
                if (rank < bestRank) continue;
                if (rank == bestRank && (since > bestSince || (since == bestSince && head > bestContact))) continue;
                (bestRank, bestSince, bestContact) = (rank, since, head);
            }
        }

        best = new(bestRank, bestSince, bestContact);
    }

    /// <summary>As above for one demand, passing over the contacts that cool down for the agent.</summary>
    public void Improve(
        ref Standing best, int demand, long atTicks, int agent, Contacts contacts, CoolDowns coolDowns)
    {
        for (var number = demands[demand].First; number != 0; number = lanes[number].Next)
        {
            ref readonly var lane = ref lanes[number];
            var head = lane.Head;
            while (head != 0 && coolDowns.Bars(contacts[head], agent)) head = contacts[head].After;
            if (head == 0) continue;
            var since = contacts[head].WaitSinceTicks;
            var rank = Router.RankMilli(lane.BaseMilli, lane.SlopeMilli, lane.CapMilli, atTicks - since);
            var standing = new Standing(rank, since, head);
            if (standing.IsBefore(best)) best = standing;
        }
    }

    public void CopyContacts(int demand, Contacts contacts, List<int> into)
    {
        if (Waiting(demand) == 0) return;
        for (var number = demands[demand].First; number != 0; number = lanes[number].Next)
        {
            for (var contact = lanes[number].Head; contact != 0; contact = contacts[contact].After) into.Add(contact);
        }
    }

    /// <returns><see cref="long.MaxValue"/> when nothing waits.</returns>
    public long Earliest(int demand)
    {
        var earliest = long.MaxValue;
        if (Waiting(demand) == 0) return earliest;
        for (var number = demands[demand].First; number != 0; number = lanes[number].Next)
        {
            earliest = Math.Min(earliest, lanes[number].HeadSinceTicks);
        }

        return earliest;
    }

    public int CountBefore(int demand, in Standing mine, long atTicks, Contacts contacts)
    {
        var before = 0;
        if (Waiting(demand) == 0) return before;
        for (var number = demands[demand].First; number != 0; number = lanes[number].Next)
        {
            ref readonly var lane = ref lanes[number];
            for (var contact = lane.Head; contact != 0; contact = contacts[contact].After)
            {
                var since = contacts[contact].WaitSinceTicks;
                var rank = Router.RankMilli(lane.BaseMilli, lane.SlopeMilli, lane.CapMilli, atTicks - since);
                if (!new Standing(rank, since, contact).IsBefore(mine)) break;
                before++;
            }
        }

        return before;
    }

    static bool IsEarlier(in Contact contact, in Lane than) =>
        contact.WaitSinceTicks < than.HeadSinceTicks
        || (contact.WaitSinceTicks == than.HeadSinceTicks && contact.Number < than.Head);

    static bool IsEarlier(in Contact left, in Contact right) =>
        left.WaitSinceTicks != right.WaitSinceTicks
            ? left.WaitSinceTicks < right.WaitSinceTicks
            : left.Number < right.Number;

    /// <summary>
    /// The first contact of the lane that has waited less; 0: none. Walks from both ends, for most come back to the
    /// front or join the rear.
    /// </summary>
    static int Successor(in Contact contact, in Lane lane, Contacts contacts)
    {
        var (front, rear) = (lane.Head, lane.Tail);
        while (true)
        {
            ref readonly var last = ref contacts[rear];
            if (IsEarlier(last, contact)) return last.After;
            ref readonly var first = ref contacts[front];
            if (IsEarlier(contact, first)) return front;
            (front, rear) = (first.After, last.Before);
        }
    }

    static void Link(ref Contact contact, ref Lane lane, int after, Contacts contacts)
    {
        contact.After = after;
        contact.Before = after == 0 ? lane.Tail : contacts[after].Before;
        if (after == 0) lane.Tail = contact.Number;
        else contacts[after].Before = contact.Number;
        if (contact.Before != 0)
        {
            contacts[contact.Before].After = contact.Number;
            return;
        }

        lane.Head = contact.Number;
        lane.HeadSinceTicks = contact.WaitSinceTicks;
    }

    int LaneOf(int demand, int baseMilli, int slopeMilli, int capMilli)
    {
        for (var number = demands[demand].First; number != 0; number = lanes[number].Next)
        {
            ref readonly var lane = ref lanes[number];
            if (lane.BaseMilli == baseMilli && lane.SlopeMilli == slopeMilli && lane.CapMilli == capMilli)
            {
                return number;
            }
        }

        return NewLane(demand, baseMilli, slopeMilli, capMilli);
    }

    int NewLane(int demand, int baseMilli, int slopeMilli, int capMilli)
    {
        var number = firstFree;
        if (number != 0) firstFree = lanes[number].Next;
        else number = laneCount++;
        if (number == lanes.Length) Array.Resize(ref lanes, number * 2);
        lanes[number] = new()
        {
            Demand = demand,
            BaseMilli = baseMilli,
            SlopeMilli = slopeMilli,
            CapMilli = capMilli,
            Next = demands[demand].First,
        };
        demands[demand].First = number;
        return number;
    }

    void Free(int number)
    {
        ref var link = ref demands[lanes[number].Demand].First;
        while (link != number) link = ref lanes[link].Next;
        link = lanes[number].Next;
        lanes[number] = new() { Next = firstFree };
        firstFree = number;
    }
}
