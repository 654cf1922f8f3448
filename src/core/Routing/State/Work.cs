using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>An agent's part in a contact: an offer, a segment, its wrap-up, or a contact that he set aside.</summary>
public record struct Work
{
    public int Contact { get; internal set; }
    public WorkState State { get; internal set; }
    public Channel Channel { get; internal set; }

    /// <summary>The queue through which it came to him: its wrap-up limit holds.</summary>
    public int Queue { get; internal set; }

    /// <summary>Points it takes; 0 when parked.</summary>
    public int Cost { get; internal set; }

    /// <summary>The contact's offer number; 0: it came without an offer.</summary>
    public int Offer { get; internal set; }

    /// <summary>The contact's segment number; 0 while offered.</summary>
    public int Segment { get; internal set; }
    internal long SinceTicks;

    /// <summary>Offered: deadline. Wrap-up: its limit. 0: no end (or, parked, the contact knows it).</summary>
    internal long UntilTicks;

    /// <summary>Start of its present state.</summary>
    public readonly DateTimeOffset Since => new(SinceTicks, TimeSpan.Zero);
    public readonly DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}
