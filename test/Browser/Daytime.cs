namespace Centrala.Browser.Tests;

/// <summary>Runs as time does, but from the middle of a working morning on: at night there is little to look at.</summary>
sealed class Daytime : TimeProvider
{
    /// <summary>Of a Tuesday in Warsaw's winter or summer: nobody is on holiday, and every shop is open.</summary>
    static readonly TimeSpan morning = new(9, 30, 0);

    readonly TimeSpan ahead = Next() - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    static DateTimeOffset Next()
    {
        var today = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        var days = ((int)DayOfWeek.Tuesday - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(days == 0 ? 7 : days) + morning;
    }
}
