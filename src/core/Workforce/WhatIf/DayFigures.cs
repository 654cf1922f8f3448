namespace Centrala.Core.Workforce.WhatIf;

/// <summary>What a day was to the customers of one queue: those who arrived on it.</summary>
/// <param name="TurnedAway">Ended by the queue: it was full, closed or gone.</param>
/// <param name="Open">Neither answered nor gone when the day ended.</param>
/// <param name="MeanWaitSeconds">Of those who were answered or left; null when there were none.</param>
/// <param name="ServiceLevel">Answered within the queue's target ÷ offered; null when none was offered.</param>
public sealed record QueueOfDay(
    Guid Queue, long Offered, long Answered, long Left, long TurnedAway, long Open, double? MeanWaitSeconds, double? ServiceLevel);

/// <summary>What a day was.</summary>
/// <param name="Queues">Those that had customers, by id.</param>
/// <param name="HandlingHours">Agents with at least one contact, wrap-up included, × time.</param>
/// <param name="FreeHours">Agents who were available without one × time.</param>
public sealed record DayFigures(IReadOnlyList<QueueOfDay> Queues, double HandlingHours, double FreeHours)
{
    /// <summary>Handling ÷ (handling + available); null when nobody was there.</summary>
    public double? Occupancy => HandlingHours + FreeHours is var all and > 0 ? HandlingHours / all : null;
}
