using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Which milestone of its kind a contact has reached on this day.</summary>
sealed class Lives
{
    readonly Dictionary<Guid, (int Parkings, int Ends)> counts = [];

    public int Parkings(Guid contact) => counts.GetValueOrDefault(contact).Parkings;

    public int Ends(Guid contact) => counts.GetValueOrDefault(contact).Ends;

    /// <returns>The milestone that the contact reaches with the event; of kind none when it is none.</returns>
    public Milestone Reach(Guid contact, in Event happened)
    {
        var (parkings, ends) = counts.GetValueOrDefault(contact);
        switch (happened.Kind)
        {
            case EventKind.Offered: return new(MilestoneKind.Offer, contact, happened.Offer);
            case EventKind.Connected: return new(MilestoneKind.Segment, contact, happened.Segment);
            case EventKind.SegmentEnded when happened.Flag: return new(MilestoneKind.WrapUp, contact, happened.Segment);
            case EventKind.OfferFailed when happened.Reason == Reason.Missed:
                return new(MilestoneKind.Miss, contact, happened.Offer);
            case EventKind.ContactParked:
                counts[contact] = (++parkings, ends);
                return new(MilestoneKind.Parking, contact, parkings);
            case EventKind.ContactEnded:
                counts[contact] = (parkings, ++ends);
                return new(MilestoneKind.End, contact, ends);
            default: return default;
        }
    }
}
