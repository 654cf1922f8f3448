using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>What makes two demands the same.</summary>
/// <param name="Queue">Negative: of no queue, but of this partner, whose agent a person named.</param>
/// <param name="Named">The agent whom a person named; 0: the rule is a step's.</param>
readonly record struct DemandKey(int Queue, int Named, string Rule, Channel Channel, int Cost);

/// <summary>
/// What some waiting contacts ask for alike: queue, channel, rule and cost, or one agent by name. Who is eligible
/// depends on nothing else.
/// </summary>
sealed class Demand(int number)
{
    public int Number => number;
    public DemandKey Key { get; private set; }

    /// <summary>Null: an agent is named by a person, and membership does not matter.</summary>
    public Queue? Queue { get; private set; }
    public int Partner { get; private set; }
    public Rule Rule { get; private set; } = Rule.Anyone;
    public Channel Channel => Key.Channel;

    /// <summary>Points; 0: what the channel costs the agent.</summary>
    public int Cost => Key.Cost;

    /// <summary>
    /// Whose members alone may have it; null: a person names whom he means, and membership does not matter.
    /// </summary>
    public Queue? Membership => OnlyAgent > 0 ? null : Queue;

    /// <summary>It may have the points of what its agent can pause; as long as the demand lives.</summary>
    public bool Interrupts { get; private set; }

    /// <summary>Nobody else can be eligible; 0: no such person.</summary>
    public int OnlyAgent => Rule.OnlyAgent;

    /// <summary>Agents of one group may fare differently: each is asked.</summary>
    public bool NamesAgents => Rule.NamesAgents || Queue?.MembersRule is { NamesAgents: true };

    /// <summary>
    /// It has a cost of its own or names agents: an agent's room and his group do not say whether he may have it.
    /// </summary>
    public bool NeedsCare => Cost > 0 || NamesAgents || OnlyAgent > 0;

    /// <summary>Its channel's, see <see cref="Room"/>; 0: it needs care.</summary>
    public ushort ChannelBit => NeedsCare ? (ushort)0 : Room.Bit(Channel, Interrupts);

    /// <summary>It was given up, or the index was built anew without it.</summary>
    public bool IsGone { get; set; }

    /// <summary>
    /// Groups whose agents may be eligible, and a bit for each that says whether one of them could take something now.
    /// </summary>
    public List<AgentGroup> Groups { get; } = [];
    public ulong[] Open { get; private set; } = [];

    /// <summary>What is asked from now on: of a new demand, or of one that was given up.</summary>
    public void Ask(in DemandKey key, Queue? queue, int partner, Rule rule, bool interrupts)
    {
        (Key, Queue, Partner, Rule, Interrupts) = (key, queue, partner, rule, interrupts);
        IsGone = false;
    }

    public void Add(AgentGroup group)
    {
        group.Add(Number, Groups.Count, ChannelBit);
        Groups.Add(group);
        if (Groups.Count > Open.Length * 64)
        {
            var longer = new ulong[Math.Max(1, Open.Length * 2)];
            Open.CopyTo(longer, 0);
            Open = longer;
        }

        Mark(Groups.Count - 1, group.IsOpen);
    }

    public void Mark(int place, bool open)
    {
        var bit = 1UL << (place & 63);
        if (open) Open[place >> 6] |= bit;
        else Open[place >> 6] &= ~bit;
    }
}
