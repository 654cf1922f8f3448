namespace Centrala.Server.Host.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">A word or two.</param>
/// <param name="Says">What was found and, unless all is well, what to do.</param>
sealed record Finding(Health Health, string Subject, string Says)
{
    public static Finding Good(string subject, string says) => new(Health.Good, subject, says);

    public static Finding Weak(string subject, string says) => new(Health.Weak, subject, says);

    public static Finding Bad(string subject, string says) => new(Health.Bad, subject, says);
}

enum Health
{
    Good,

    /// <summary>Works, but will not for long, or not for many.</summary>
    Weak,

    /// <summary>The centre does not start, or is not safe.</summary>
    Bad,
}
