namespace Centrala.Core.Measures;

/// <summary>What an agent did over a stretch of time. Sums, so that stretches can be added.</summary>
/// <param name="Offered">Offers that were put to him.</param>
/// <param name="Accepted">Offers that he took, or that were taken for him.</param>
/// <param name="Refused">Offers that he refused.</param>
/// <param name="Missed">Offers that he did not answer in time.</param>
/// <param name="Handled">Segments whose handling is over: the divisor of average Handle Time.</param>
/// <param name="TalkTicks">Sum of those segments from their beginning to their end.</param>
/// <param name="WrapUpTicks">Sum of their wrap-ups.</param>
/// <param name="HandlingTicks">Time in which he had at least one contact, talking or wrapping up.</param>
/// <param name="AvailableTicks">Time in which he was available and had none.</param>
/// <param name="AwayTicks">Time in which he was away and had none.</param>
public readonly record struct AgentFigures(
    long Offered, long Accepted, long Refused, long Missed, long Handled, long TalkTicks, long WrapUpTicks,
    long HandlingTicks, long AvailableTicks, long AwayTicks)
{
    const int Whole = 10_000;

    /// <summary>Average Handle Time (AHT): talk + wrap-up of a segment; null before the first is over.</summary>
    public TimeSpan? AverageHandleTime => Handled == 0 ? null : new TimeSpan((TalkTicks + WrapUpTicks) / Handled);

    /// <summary>Average wrap-up of a segment; null before the first is over.</summary>
    public TimeSpan? AverageWrapUp => Handled == 0 ? null : new TimeSpan(WrapUpTicks / Handled);

    /// <summary>Occupancy: handling ÷ (handling + available), in basis points, rounded down; null before either.</summary>
    public int? OccupancyBasisPoints => HandlingTicks + AvailableTicks == 0
        ? null : (int)(HandlingTicks * Whole / (HandlingTicks + AvailableTicks));

    public static AgentFigures operator +(AgentFigures left, AgentFigures right) => Add(left, right);

    public static AgentFigures Add(AgentFigures left, AgentFigures right) => new(
        left.Offered + right.Offered, left.Accepted + right.Accepted, left.Refused + right.Refused, left.Missed + right.Missed,
        left.Handled + right.Handled, left.TalkTicks + right.TalkTicks, left.WrapUpTicks + right.WrapUpTicks,
        left.HandlingTicks + right.HandlingTicks, left.AvailableTicks + right.AvailableTicks, left.AwayTicks + right.AwayTicks);
}
