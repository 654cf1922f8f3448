using System.Globalization;
using Centrala.Server.Organisation;

namespace Centrala.Server.Tests.Organisation;

public sealed class Opening_hours
{
    static readonly Hours office = new(
        ["08:00-12:00", "13:00-17:30"], ["08:00-17:30"], ["08:00-17:30"], ["08:00-17:30"], ["08:00-16:00"], [],
        ["22:00-24:00"], [new(new DateOnly(2026, 12, 24), "Christmas Eve", ["08:00-11:00"]),
            new(new DateOnly(2026, 12, 25), "Christmas", [])]);

    [Theory]
    [InlineData("2026-11-23 06:59:59", false)] // Warsaw is an hour ahead of UTC in winter.
    [InlineData("2026-11-23 07:00:00", true)]
    [InlineData("2026-11-23 11:00:00", false)]
    [InlineData("2026-11-23 11:59:59", false)]
    [InlineData("2026-11-23 12:00:00", true)]
    [InlineData("2026-11-23 16:29:59", true)]
    [InlineData("2026-11-23 16:30:00", false)]
    [InlineData("2026-07-06 05:59:59", false)] // Two hours in summer.
    [InlineData("2026-07-06 06:00:00", true)]
    [InlineData("2026-11-28 10:00:00", false)]
    [InlineData("2026-11-29 22:59:59", true)]
    [InlineData("2026-11-29 23:00:00", false)]
    [InlineData("2026-12-24 10:00:00", false)]
    [InlineData("2026-12-25 10:00:00", false)]
    public void Count_by_the_wall_clock_of_their_place(string at, bool open) =>
        Assert.Equal(open, Calendar(office).IsOpen(Utc(at)));

    [Theory]
    [InlineData("2026-11-23 08:00:00", "2026-11-23 08:00:00")]
    [InlineData("2026-11-23 11:30:00", "2026-11-23 12:00:00")]
    [InlineData("2026-11-27 16:00:00", "2026-11-29 21:00:00")]
    [InlineData("2026-12-24 10:30:00", "2026-12-27 21:00:00")]
    public void Say_when_they_next_begin(string at, string opening) =>
        Assert.Equal(Utc(opening), Calendar(office).NextOpening(Utc(at)));

    [Theory]
    [InlineData("2026-11-23 08:00:00", "2026-11-23 11:00:00")]
    [InlineData("2026-11-28 08:00:00", "2026-11-28 08:00:00")]
    [InlineData("2026-11-29 21:30:00", "2026-11-29 23:00:00")]
    public void Say_when_they_next_end(string at, string closing) =>
        Assert.Equal(Utc(closing), Calendar(office).NextClosing(Utc(at)));

    [Fact]
    public void That_never_come_have_no_next()
    {
        var never = new Hours([], [], [], [], [], [], [], []);
        Assert.Null(Calendar(never).NextOpening(Utc("2026-11-23 08:00:00")));
        Assert.Null(OpeningCalendar.Always.NextClosing(Utc("2026-11-23 08:00:00")));
    }

    [Fact]
    public void Begin_after_the_jump_when_the_clock_skips_their_beginning()
    {
        var nightly = Nightly("02:30-05:00");
        Assert.Equal(Utc("2026-03-29 01:00:00"), Calendar(nightly).NextOpening(Utc("2026-03-28 22:00:00")));
        Assert.True(Calendar(nightly).IsOpen(Utc("2026-03-29 01:00:00"))); // 03:00 by the wall clock.
    }

    [Fact]
    public void Come_twice_when_the_clock_shows_an_hour_twice()
    {
        var nightly = Calendar(Nightly("01:30-02:30"));
        Assert.Equal(Utc("2026-10-24 23:30:00"), nightly.NextOpening(Utc("2026-10-24 20:00:00")));
        Assert.Equal(Utc("2026-10-25 00:30:00"), nightly.NextClosing(Utc("2026-10-25 00:00:00")));
        Assert.Equal(Utc("2026-10-25 01:00:00"), nightly.NextOpening(Utc("2026-10-25 00:45:00")));
        Assert.Equal(Utc("2026-10-25 01:30:00"), nightly.NextClosing(Utc("2026-10-25 01:00:00")));
    }

    [Fact]
    public void Agree_with_a_walk_through_the_year_minute_by_minute()
    {
        var calendar = Calendar(office);
        var next = calendar.NextChange(Utc("2026-01-01 00:00:00"));
        var open = calendar.IsOpen(Utc("2026-01-01 00:00:00"));
        for (var at = Utc("2026-01-01 00:01:00"); at.Year == 2026; at = at.AddMinutes(1))
        {
            if (calendar.IsOpen(at) == open) continue;
            Assert.Equal(next, at);
            open = !open;
            next = calendar.NextChange(at);
        }
    }

    [Theory]
    [InlineData("8:00-12:00")]
    [InlineData("08:00-08:00")]
    [InlineData("12:00-08:00")]
    [InlineData("08:00-24:01")]
    [InlineData("08:00-12:00-13:00")]
    [InlineData("08:60-12:00")]
    [InlineData("")]
    public void That_are_no_period_are_refused_by_day(string period)
    {
        var faults = new Faults();
        Assert.Null(Nightly(period).Calendar("Europe/Warsaw", faults));
        Assert.Equal(7, faults.Count);
    }

    [Fact]
    public void That_overlap_are_refused()
    {
        var faults = new Faults();
        Assert.Null((office with { Monday = ["08:00-12:00", "11:59-13:00"] }).Calendar("Europe/Warsaw", faults));
        Assert.Equal(1, faults.Count);
    }

    [Fact]
    public void In_a_place_that_does_not_exist_are_refused()
    {
        var faults = new Faults();
        Assert.Null(office.Calendar("Europe/Atlantis", faults));
        Assert.Equal(1, faults.Count);
    }

    static Hours Nightly(string period) => new([period], [period], [period], [period], [period], [period], [period], []);

    static OpeningCalendar Calendar(Hours hours) => hours.Calendar("Europe/Warsaw", new Faults())!;

    static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
