namespace Centrala.Server.Access;

/// <summary>How long sign-in rests after wrong attempts at one address, known or not.</summary>
static class LockOut
{
    /// <summary>People mistype; up to here nobody waits.</summary>
    public const int FreeAttempts = 5;

    /// <summary>Long enough to make guessing hopeless, short enough that nobody is kept out for a shift.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Failures older than this are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    static readonly TimeSpan First = TimeSpan.FromSeconds(30);

    /// <summary>Doubles with each further failure, up to <see cref="Longest"/>.</summary>
    public static TimeSpan After(int failures)
    {
        if (failures < FreeAttempts) return TimeSpan.Zero;
        var doublings = Math.Min(failures - FreeAttempts, 10);
        var delay = First * (1 << doublings);
        return delay < Longest ? delay : Longest;
    }
}
