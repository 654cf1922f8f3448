using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>
/// The real clock, moved to half past ten of the next Tuesday in Warsaw: whenever pictures are taken, the company's shops are open
/// and its people at work. Pages count from the server's clock; what they call today is their own computer's day.
/// </summary>
sealed class MorningClock : TimeProvider
{
    readonly TimeSpan ahead = Morning(System.GetUtcNow()) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    /// <summary>Databases that are made from now on note the arrival of contacts by this clock as well.</summary>
    public async Task Set(PostgresServer postgres)
    {
        await using var template = await postgres.OpenSuperuser($"Database={PostgresServer.Template}");
        await using var command = template.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"alter table inbox alter column received_at set default clock_timestamp() + interval '{(long)ahead.TotalSeconds} s'");
        await command.ExecuteNonQueryAsync();
    }

    static DateTimeOffset Morning(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var tuesday = today.AddDays((DayOfWeek.Tuesday - today.DayOfWeek + 7) % 7).AddHours(10.5);
        return new(tuesday, zone.GetUtcOffset(tuesday));
    }
}

/// <summary>The company on a working morning.</summary>
public sealed class MorningCentre() : OpenCentre(new MorningClock());
