namespace Centrala.Core.Workforce.WhatIf;

enum MilestoneKind : byte
{
    None = 0,
    Offer,
    Segment,
    WrapUp,
    Parking,
    End,

    /// <summary>An offer that nobody answered: its agent is away until he says otherwise.</summary>
    Miss,

    /// <summary>The contact's first wait.</summary>
    Arrival,
}

/// <summary>A point in a contact's life upon which somebody does something a while later.</summary>
/// <param name="Ordinal">The offer's or segment's number; of parkings and ends, which one of that day, from 1.</param>
readonly record struct Milestone(MilestoneKind Kind, Guid Contact, int Ordinal);
