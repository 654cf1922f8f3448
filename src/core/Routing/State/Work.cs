using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>An agent's part in a contact: an offer, a segment, its wrap-up, or a contact that he set aside.</summary>
public record struct Work
{
    byte cost;

    public int Contact { get; internal set; }
    public WorkState State { get; internal set; }
    public Channel Channel { get; internal set; }

    /// <summary>It makes way for a contact that may interrupt: its handling stands still, its points are free.</summary>
    public bool IsPaused { get; internal set; }

    /// <summary>Once it is connected, by the queue through which it came.</summary>
    internal bool IsInterruptible;

    /// <summary>The queue through which it came to him: its wrap-up limit holds.</summary>
    public int Queue { get; internal set; }

    /// <summary>Points it takes, or took before it was paused; 0 when parked.</summary>
    public int Cost
    {
        readonly get => cost;
        internal set => cost = (byte)value;
    }

    /// <summary>The contact's offer number; 0: it came without an offer.</summary>
    public int Offer { get; internal set; }

    /// <summary>The contact's segment number; 0 while offered.</summary>
    public int Segment { get; internal set; }
    /// <summary>What is left of its queue's limit for pauses, of all its pauses together; 0: there was none yet.</summary>
    internal int PauseLeftMs;
    internal long SinceTicks;

    /// <summary>
    /// Offered: deadline. Wrap-up: its limit. Paused: when it returns to its queue. 0: no end (or, parked, the contact
    /// knows it).
    /// </summary>
    internal long UntilTicks;

    internal readonly bool MayPause => IsInterruptible && !IsPaused && State == WorkState.Connected;

    /// <summary>Start of its present state.</summary>
    public readonly DateTimeOffset Since => new(SinceTicks, TimeSpan.Zero);
    public readonly DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}
