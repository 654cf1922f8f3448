namespace Centrala.Bench;

/// <summary>
/// The oracle of speed: the same floor with bare arrays, first in first out by rank, and nothing else: no offers that
/// may fail, no
/// segments, no events, no ids. What the router does beyond it is what its features cost.
/// </summary>
sealed class BareFloor
{
    const long MillisecondsBetweenRounds = 30;
    readonly Random _random;
    readonly int[][] _queuesOf = new int[RoutingFloor.Agents + 1][];
    readonly int[] _head = new int[RoutingFloor.Queues + 1], _tail = new int[RoutingFloor.Queues + 1];
    readonly long[] _headSince = new long[RoutingFloor.Queues + 1];
    readonly long[] _since;
    readonly int[] _next;
    readonly Stack<int> _free = new();
    long _at;

    public BareFloor(int seed)
    {
        _random = new(seed);
        var contacts = RoutingFloor.Waiting + 2;
        _since = new long[contacts];
        _next = new int[contacts];
        for (var contact = contacts - 1; contact > 0; contact--) _free.Push(contact);
        for (var agent = 1; agent <= RoutingFloor.Agents; agent++)
        {
            var queues = new HashSet<int>();
            while (queues.Count < RoutingFloor.QueuesPerAgent) queues.Add(_random.Next(1, RoutingFloor.Queues + 1));
            _queuesOf[agent] = [.. queues];
        }

        for (var waiting = 0; waiting < RoutingFloor.Waiting; waiting++) Arrive();
    }

    /// <summary>Contacts taken; keeps the work from being optimised away.</summary>
    public long Taken { get; private set; }

    /// <summary>One agent becomes free and takes the best; one contact arrives.</summary>
    public void Round()
    {
        _at += MillisecondsBetweenRounds;
        Take(_random.Next(1, RoutingFloor.Agents + 1));
        Arrive();
    }

    void Take(int agent)
    {
        var (best, bestRank) = (0, long.MinValue);
        foreach (var queue in _queuesOf[agent])
        {
            if (_head[queue] == 0) continue;
            var rank = (500 + queue) * (_at - _headSince[queue]);
            if (rank > bestRank) (best, bestRank) = (queue, rank);
        }

        var contact = _head[best];
        _head[best] = _next[contact];
        _headSince[best] = _since[_next[contact]];
        if (_head[best] == 0) _tail[best] = 0;
        _free.Push(contact);
        Taken++;
    }

    void Arrive()
    {
        var queue = _random.Next(1, RoutingFloor.Queues + 1);
        var contact = _free.Pop();
        _since[contact] = _at;
        _next[contact] = 0;
        if (_tail[queue] != 0) _next[_tail[queue]] = contact;
        else (_head[queue], _headSince[queue]) = (contact, _at);
        _tail[queue] = contact;
    }
}
