using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>An agent's part in a contact: an offer, a segment, its wrap-up, or a contact that he set aside.</summary>
public readonly record struct Work
{
    public required int Contact { get; init; }
    public required WorkState State { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>The queue through which it came to him: its wrap-up limit holds.</summary>
    public required int Queue { get; init; }

    /// <summary>Points it takes; 0 when parked.</summary>
    public int Cost { get; init; }

    /// <summary>The contact's offer number; 0: it came without an offer.</summary>
    public int Offer { get; init; }

    /// <summary>The contact's segment number; 0 while offered.</summary>
    public int Segment { get; init; }
    internal long SinceTicks { get; init; }

    /// <summary>Offered: deadline. Wrap-up: its limit. 0: no end (or, parked, the contact knows it).</summary>
    internal long UntilTicks { get; init; }

    /// <summary>Start of its present state.</summary>
    public DateTimeOffset Since => new(SinceTicks, TimeSpan.Zero);
    public DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}
