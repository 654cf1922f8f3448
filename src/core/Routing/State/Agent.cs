using System.Runtime.InteropServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>One agent as the router knows him. Only <see cref="Router.Evolve"/> changes him.</summary>
public sealed class Agent
{
    Work[] work = new Work[4];
    int workCount;

    internal Agent(int number, AgentSettings settings)
    {
        Number = number;
        Settings = settings;
    }

    public int Number { get; }
    public Guid Id => Settings.Id;
    public AgentSettings Settings { get; internal set; }
    public AgentState State { get; internal set; }

    /// <summary>An id of the organisation; empty unless away.</summary>
    public Guid AwayKind { get; internal set; }

    /// <summary>False once he has been without a live connection for too long; a short loss does not count.</summary>
    public bool IsReachable { get; internal set; }

    /// <summary>He has a live connection now.</summary>
    public bool IsConnected { get; internal set; }

    /// <summary>Calls cannot reach him: he has neither a browser that is heard nor a phone.</summary>
    public bool LacksTelephone { get; internal set; }

    /// <summary>
    /// Of <see cref="Limits.Points"/>; more only while he is offered a contact that would interrupt other work.
    /// </summary>
    public int PointsUsed { get; internal set; }

    /// <summary>Of those in use, what he would have back if all that can be paused were.</summary>
    internal int InterruptiblePoints;

    /// <summary>Contacts that are paused with him.</summary>
    internal int PausedWork;
    public DateTimeOffset StateSince => new(StateSinceTicks, TimeSpan.Zero);

    /// <summary>In the order in which it came to him.</summary>
    public ReadOnlySpan<Work> Work => work.AsSpan(0, workCount);

    internal long StateSinceTicks, IdleSinceTicks, LastOfferTicks, SignedInTicks;

    /// <summary>Connection lost: next consequence due. 0: none.</summary>
    internal long ConnectionTicks;

    /// <summary>He ramps in: when he may be offered something again. 0: nothing keeps him waiting.</summary>
    internal long RampTicks;

    /// <summary>Time with at least one contact since he signed in, up to the last change.</summary>
    internal long OccupiedTicks, OccupiedSinceTicks;

    /// <summary>Where he stands in the turns by weight.</summary>
    internal long Turn;

    /// <summary>When he last took a contact, and how long it takes him from one to the next; 0: not known.</summary>
    internal long LastTakenTicks, TakesEveryTicks;
    internal ByChannel InChannel, CostOf, AtOnce;

    /// <summary>Contacts that still remember a cool-down with him.</summary>
    internal int CoolDowns;

    /// <summary>His slot among the <see cref="Clocks"/>; 0: none runs.</summary>
    internal int Clock;
    internal AgentGroup? Group;
    internal int PlaceInGroup = -1;

    /// <summary>As his settings say, at hand.</summary>
    internal bool TakesFromLongestQueue;

    /// <summary>Listed for <c>Settle</c>; listed for <c>Decide</c>.</summary>
    internal bool IsChanged, IsFreed;

    /// <summary>His place in the order of idleness, as last fixed: see <see cref="IdleOrder"/>.</summary>
    internal long OrderIdleSince;
    internal int OrderPoints;

    /// <summary>The holds that may keep him free; null: there are none.</summary>
    internal List<Hold>? Holds;

    /// <summary>Demands that only he can meet; null: there were none yet.</summary>
    internal List<int>? OwnDemands;

    /// <summary>Said here, so that an empty list is not fetched.</summary>
    internal bool HasOwnDemands;

    /// <summary>He will be read.</summary>
    internal void FetchAhead() => Fetch.Ahead(ref work, 4);

    /// <summary>His work will be read, and then what he could take instead.</summary>
    internal void FetchWorkAhead()
    {
        Fetch.Ahead(ref MemoryMarshal.GetArrayDataReference(work), 2);
        Group?.FetchAhead();
    }

    internal void FixOrder() => (OrderPoints, OrderIdleSince) = (PointsUsed, IdleSinceTicks);

    internal ref Work WorkAt(int place) => ref work[place];

    /// <returns>-1: he has no part in the contact in this state.</returns>
    internal int Find(int contact, WorkState state)
    {
        for (var place = 0; place < workCount; place++)
        {
            if (work[place].Contact == contact && work[place].State == state) return place;
        }

        return -1;
    }

    internal void Add(in Work work)
    {
        if (workCount == this.work.Length) Array.Resize(ref this.work, workCount * 2);
        this.work[workCount++] = work;
    }

    /// <summary>From a snapshot: with the points and the place that it takes.</summary>
    internal void TakeBack(in Work work)
    {
        Add(work);
        Count(work);
        if (work.State != WorkState.Parked) InChannel[(int)work.Channel]++;
    }

    /// <summary>The points that the work takes now.</summary>
    internal void Count(in Work work)
    {
        if (work.IsPaused) PausedWork++;
        else PointsUsed += work.Cost;
        if (work.MayPause) InterruptiblePoints += work.Cost;
    }

    /// <summary>The points that it takes are free; before it becomes something else.</summary>
    internal void Uncount(in Work work)
    {
        if (work.IsPaused) PausedWork--;
        else PointsUsed -= work.Cost;
        if (work.MayPause) InterruptiblePoints -= work.Cost;
    }

    internal void RemoveAt(int place)
    {
        work.AsSpan(place + 1, workCount - place - 1).CopyTo(work.AsSpan(place));
        workCount--;
    }
}
