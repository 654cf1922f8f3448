namespace Centrala.Server.Supervision;

/// <summary>What of a queue a lead can be alerted to.</summary>
public enum AlertMeasure
{
    /// <summary>More contacts wait than the threshold.</summary>
    Waiting,

    /// <summary>The longest wait exceeds the threshold, in seconds.</summary>
    LongestWait,

    /// <summary>Today's service level is below the threshold, in basis points.</summary>
    ServiceLevel,

    /// <summary>Contacts wait, and nobody could take one.</summary>
    NobodyAble,
}

/// <summary>One queue at one instant, as far as alerts look at it.</summary>
/// <param name="ServiceLevelBasisPoints">Of today; null while too little has happened to speak of one.</param>
readonly record struct QueueSight(
    Guid Queue, Guid Partner, int Waiting, int LongestWaitSeconds, int? ServiceLevelBasisPoints, int Able)
{
    /// <returns>What stands against the threshold; null when the measure does not exist now.</returns>
    public int? Value(AlertMeasure measure) => measure switch
    {
        AlertMeasure.Waiting => Waiting,
        AlertMeasure.LongestWait => LongestWaitSeconds,
        AlertMeasure.ServiceLevel => ServiceLevelBasisPoints,
        AlertMeasure.NobodyAble => Able == 0 ? Waiting : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    public static bool IsPassed(AlertMeasure measure, int value, int threshold) =>
        measure == AlertMeasure.ServiceLevel ? value < threshold : value > threshold;

    public static int Worse(AlertMeasure measure, int one, int other) =>
        measure == AlertMeasure.ServiceLevel ? Math.Min(one, other) : Math.Max(one, other);
}
