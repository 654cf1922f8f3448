using System.Runtime.InteropServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// One contact as the router knows it. Read it by reference and let go before the next <see cref="Router.Apply"/>.
/// </summary>
/// <remarks>
/// The order of the fields is the order in memory: what matching and lanes touch lies together in the first 64 bytes,
/// what offers and ends touch in the next, what only the border asks for last. It holds no reference, so that the order
/// is kept.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
public struct Contact
{
    /// <summary>Three cache lines.</summary>
    internal const int Bytes = 3 * 64;

    internal long WaitSinceTicks;

    /// <summary>Waiting: end of the step in force. Offered: the deadline. Parked: it wakes. 0: no clock runs.</summary>
    internal long UntilTicks;

    /// <summary>The arrival number: from 1 in event order, never used twice.</summary>
    public int Number { get; internal set; }
    internal int Lane, Before, After;

    /// <summary>The queue in which it waits, or through which it was last answered or sought.</summary>
    public int Queue { get; internal set; }

    /// <summary>Thousandths of rank before any waiting counts.</summary>
    public int BaseMilli { get; internal set; }

    /// <summary>The agent to whom it is offered, or who is asked; 0: nobody.</summary>
    public int OfferedTo { get; internal set; }

    /// <summary>The agent who talks with the customer now; 0: nobody.</summary>
    public int ConnectedTo { get; internal set; }
    public int Offers { get; internal set; }
    internal int FirstCoolDown;
    public ContactState State { get; internal set; }
    public Channel Channel { get; internal set; }
    public SeekState Seek { get; internal set; }

    /// <summary>
    /// The step in force, from 1; 0: only <see cref="Named"/> is sought. Kept while nothing is sought.
    /// </summary>
    public byte Step { get; internal set; }

    /// <summary>Sought since the decision began, see Decide.</summary>
    internal bool IsSeeker;

    /// <summary>The queue's overflow rule has been applied to this contact: once is all.</summary>
    internal bool Overflowed;

    /// <summary>Whether the sender gets it back when the named agent does not take it.</summary>
    public bool OrBack { get; internal set; }

    /// <summary>Whether any agent has answered it since it arrived, woke or was reopened.</summary>
    public bool Answered { get; internal set; }

    // From here on: offers and ends.
    internal long StateSinceTicks;

    /// <summary>While an offer pauses it: what is left of the step in force; 0: the step has no end.</summary>
    internal long StepLeftTicks;

    /// <summary>Waiting: when the queue's overflow is due; 0: never, or it has happened.</summary>
    internal long OverflowTicks;

    /// <summary>The last message that counted when it ended or was parked; a later one brings it back.</summary>
    public long LastMessage { get; internal set; }
    public int Segments { get; internal set; }

    /// <summary>Wrap-ups of its segments that still run.</summary>
    public int WrapUps { get; internal set; }

    /// <summary>The last agent who was connected, to whom it returns first; 0: none.</summary>
    public int LastAgent { get; internal set; }

    /// <summary>The agent whom alone a transfer or a return seeks; 0: nobody by name.</summary>
    public int Named { get; internal set; }

    /// <summary>Its entry among the ended, see <see cref="EndedContacts"/>.</summary>
    internal int EndedEntry;

    /// <summary>Its slot among the <see cref="Clocks"/>; 0: none runs.</summary>
    internal int Clock;

    public int Partner { get; internal set; }

    /// <summary>Points of an agent; 0: what the channel costs him.</summary>
    public byte Cost { get; internal set; }

    /// <summary>Steps that it has in all.</summary>
    public byte Steps { get; internal set; }

    /// <summary>Why it ended or is parked.</summary>
    public Reason Reason { get; internal set; }

    /// <summary>Nobody shares its <see cref="Plan"/>.</summary>
    internal bool HasOwnPlan;

    // From here on: the border.
    public Guid Id { get; internal set; }
    public Guid External { get; internal set; }
    internal long ArrivedAtTicks;

    /// <summary>The agent who set it aside, or with whom it was; 0: nobody.</summary>
    public int ParkedWith { get; internal set; }

    /// <summary>The skill number of the customer's language; 0: any.</summary>
    public int Language { get; internal set; }

    /// <summary>What the flow added to the queue's base.</summary>
    public int RaiseMilli { get; internal set; }

    /// <summary>Sought is somebody who is asked first: accepting gives him a leg, not the contact.</summary>
    public bool Consults { get; internal set; }

    /// <summary>Original entry into the first queue.</summary>
    public readonly DateTimeOffset ArrivedAt => new(ArrivedAtTicks, TimeSpan.Zero);

    /// <summary>From when its wait counts: the arrival, or, once answered, the instant at which it came back.</summary>
    public readonly DateTimeOffset WaitSince => new(WaitSinceTicks, TimeSpan.Zero);

    public readonly DateTimeOffset StateSince => new(StateSinceTicks, TimeSpan.Zero);

    /// <summary>
    /// Waiting: end of the step in force. Offered: the offer's deadline. Parked: the instant it wakes. Null: no end.
    /// </summary>
    public readonly DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}

/// <summary>
/// A search for an agent. A contact may be connected while one runs: a transfer. Journaled: never renumber.
/// </summary>
public enum SeekState : byte
{
    None = 0,
    Waiting = 1,
    Offered = 2,

    /// <summary>Somebody is asked, and has answered, while another has the contact.</summary>
    Consulting = 3,
}
