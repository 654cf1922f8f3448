using Centrala.Core.Routing;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>What somebody did on a day, so that it can be done again where numbers and instants have become others.</summary>
sealed record Deed
{
    /// <summary>Of deeds due at one instant the lower order is first; a recorded one has its place on the day.</summary>
    public required long Order { get; init; }
    public required long AtTicks { get; init; }
    public required Command What { get; init; }
    public Guid Contact { get; init; }
    public Guid Agent { get; init; }
    public Guid ToAgent { get; init; }
    public Guid Queue { get; init; }
    public Guid Language { get; init; }

    /// <summary>Makes sense only while this is the contact's latest of its kind; none: always.</summary>
    public Milestone About { get; init; }

    /// <summary>From the milestone; null: at its instant, whatever happened before.</summary>
    public long? AfterTicks { get; init; }

    /// <summary>Segments that the contact had had.</summary>
    public int Segments { get; init; }

    /// <summary>Whoever has the contact does it, be it somebody else than on the day.</summary>
    public bool IsByItsAgent => What.Kind is CommandKind.AcceptOffer or CommandKind.RefuseOffer or CommandKind.FinishWrapUp
        || IsByConnectedAgent;

    public bool IsByConnectedAgent => What.Kind is CommandKind.EndSegment or CommandKind.TransferToQueue
        or CommandKind.TransferToAgent or CommandKind.CancelTransfer or CommandKind.Snooze;

    /// <summary>The milestone needs nothing else to be over some time.</summary>
    public bool Settles(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Offer => What.Kind is CommandKind.AcceptOffer or CommandKind.RefuseOffer,
        MilestoneKind.Segment => What.Kind is CommandKind.EndSegment or CommandKind.EndContact or CommandKind.ParkContact
            or CommandKind.Snooze or CommandKind.PromiseCallback or CommandKind.TransferToQueue or CommandKind.TransferToAgent,
        MilestoneKind.WrapUp => What.Kind == CommandKind.FinishWrapUp,
        _ => What.Kind == CommandKind.ChooseState,
    };
}
