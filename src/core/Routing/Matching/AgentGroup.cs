using System.Runtime.InteropServices;

namespace Centrala.Core.Routing;

/// <summary>Agents with one profile: what is eligible for one is eligible for all.</summary>
/// <remarks>
/// The agents who could take something of what is asked of the group now form a heap with the longest idle on top; see
/// <see cref="IdleOrder"/>.
/// </remarks>
sealed class AgentGroup(Profile profile)
{
    int[] demands = new int[8];
    int[] places = new int[8];
    Agent[] open = new Agent[2];
    List<int>? careful;

    /// <summary>The bits of all demands, see <see cref="Room"/>.</summary>
    int channels;

    public Profile Profile { get; } = profile;

    /// <summary>Agents of the group, open or not.</summary>
    public List<Agent> Members { get; } = [];

    /// <summary>Members who are not offline.</summary>
    public int SignedIn { get; set; }

    /// <summary>
    /// How many steps of open queues it could serve, counted at <see cref="GeneralityVersion"/> of the settings.
    /// </summary>
    public int Generality { get; set; }
    public int GeneralityVersion { get; set; } = -1;

    /// <summary>Numbers of the demands for which the group is eligible.</summary>
    public ReadOnlySpan<int> Demands => demands.AsSpan(0, DemandCount);

    /// <summary>Those that need more than a look at the agent's room.</summary>
    public ReadOnlySpan<int> CarefulDemands => CollectionsMarshal.AsSpan(careful);

    /// <summary>Its place in each demand's list of groups.</summary>
    public ReadOnlySpan<int> Places => places.AsSpan(0, DemandCount);
    public int DemandCount { get; private set; }

    public int OpenCount { get; private set; }
    public bool IsOpen => OpenCount > 0;

    /// <summary>The longest idle first; the rest in heap order.</summary>
    public ReadOnlySpan<Agent> OpenAgents => open.AsSpan(0, OpenCount);

    /// <summary>Whether a demand may ask for something for which there is this room.</summary>
    public bool MayUse(Room room) => careful is not null || (room.Channels & channels) != 0;

    public void Add(int demand, int place, ushort channelBit)
    {
        if (channelBit == 0) (careful ??= []).Add(demand);
        channels |= channelBit;
        if (DemandCount == demands.Length)
        {
            Array.Resize(ref demands, DemandCount * 2);
            Array.Resize(ref places, DemandCount * 2);
        }

        (demands[DemandCount], places[DemandCount]) = (demand, place);
        DemandCount++;
    }

    /// <summary>It will be read.</summary>
    public void FetchAhead() => Fetch.Ahead(ref demands, 2);

    /// <summary>Its demands will be read.</summary>
    public void FetchDemandsAhead() => Fetch.Ahead(ref MemoryMarshal.GetArrayDataReference(demands), 3);

    public void Enter(Agent agent)
    {
        if (OpenCount == open.Length) Array.Resize(ref open, OpenCount * 2);
        agent.FixOrder();
        Put(agent, OpenCount++);
        Up(agent.PlaceInGroup);
    }

    public void Leave(Agent agent)
    {
        var place = agent.PlaceInGroup;
        var last = open[--OpenCount];
        open[OpenCount] = null!;
        agent.PlaceInGroup = -1;
        if (ReferenceEquals(last, agent)) return;
        Put(last, place);
        Up(place);
        Down(last.PlaceInGroup);
    }

    /// <summary>The agent's place in the order of idleness may have changed.</summary>
    public void Moved(Agent agent)
    {
        agent.FixOrder();
        Up(agent.PlaceInGroup);
        Down(agent.PlaceInGroup);
    }

    void Up(int place)
    {
        var agent = open[place];
        while (place > 0 && IdleOrder.IsBefore(agent, open[(place - 1) / 2]))
        {
            Put(open[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(agent, place);
    }

    void Down(int place)
    {
        var agent = open[place];
        while (2 * place + 1 < OpenCount)
        {
            var child = 2 * place + 1;
            if (child + 1 < OpenCount) child += IdleOrder.IsBefore(open[child + 1], open[child]) ? 1 : 0;
            if (!IdleOrder.IsBefore(open[child], agent)) break;
            Put(open[child], place);
            place = child;
        }

        Put(agent, place);
    }

    void Put(Agent agent, int place)
    {
        open[place] = agent;
        agent.PlaceInGroup = place;
    }
}

/// <summary>
/// Fewest points in use, then the longest since his last work ended or since he became available, then the lower
/// number.
/// </summary>
/// <remarks>
/// Compares what the agents' order was fixed to, so that several who changed can be put right one after the other.
/// </remarks>
static class IdleOrder
{
    public static bool IsBefore(Agent left, Agent right) =>
        left.OrderPoints < right.OrderPoints
        | (left.OrderPoints == right.OrderPoints
            & (left.OrderIdleSince < right.OrderIdleSince
                | (left.OrderIdleSince == right.OrderIdleSince & left.Number < right.Number)));
}
