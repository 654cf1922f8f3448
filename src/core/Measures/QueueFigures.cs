namespace Centrala.Core.Measures;

/// <summary>What happened in a queue over a stretch of time. Sums, so that queues and stretches can be added.</summary>
/// <param name="Arrived">Contacts that entered.</param>
/// <param name="Answered">First answers, and answers after a contact had come back.</param>
/// <param name="AnsweredInTime">Answers within the queue's threshold, counted from when the wait began.</param>
/// <param name="Abandoned">Customers who left before anybody answered.</param>
/// <param name="WaitTicks">Sum of the waits of the answered.</param>
/// <param name="HandleTicks">Sum of Handle Time: talk and hold until the segment's end, then wrap-up until its end.</param>
/// <param name="Handled">Segments whose handling is over: the divisor of average Handle Time.</param>
public readonly record struct QueueFigures(
    long Arrived, long Answered, long AnsweredInTime, long Abandoned, long WaitTicks, long HandleTicks, long Handled)
{
    const int Whole = 10_000;

    /// <summary>Service Level: answered in time ÷ (answered + abandoned), in basis points, rounded down; null before either.</summary>
    public int? ServiceLevelBasisPoints =>
        Answered + Abandoned == 0 ? null : (int)(AnsweredInTime * Whole / (Answered + Abandoned));

    /// <summary>Average speed of answer (ASA); null before the first answer.</summary>
    public TimeSpan? AverageSpeedOfAnswer => Answered == 0 ? null : new TimeSpan(WaitTicks / Answered);

    /// <summary>Average Handle Time (AHT); null before the first segment is over.</summary>
    public TimeSpan? AverageHandleTime => Handled == 0 ? null : new TimeSpan(HandleTicks / Handled);

    public static QueueFigures operator +(QueueFigures left, QueueFigures right) => Add(left, right);

    public static QueueFigures Add(QueueFigures left, QueueFigures right) => new(
        left.Arrived + right.Arrived, left.Answered + right.Answered, left.AnsweredInTime + right.AnsweredInTime,
        left.Abandoned + right.Abandoned, left.WaitTicks + right.WaitTicks, left.HandleTicks + right.HandleTicks,
        left.Handled + right.Handled);
}
