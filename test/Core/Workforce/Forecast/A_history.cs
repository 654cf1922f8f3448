using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Forecast;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Forecast;

public class A_history
{
    [Theory]
    [InlineData("date,start,calls\n2026-01-05,09:00,-3", "line 2: -3 is negative")]
    [InlineData("date,start,calls\n2026-01-05,09:00,many", "line 2: “many” should be a number")]
    [InlineData("date,start,calls\n2026-01-05,09:00,5\n5.1.2026,09:30,5", "line 3: “5.1.2026” should be a date")]
    [InlineData("date,start,calls\n2026-01-05,nine,5", "line 2: “nine” should be a time")]
    [InlineData("date,start,calls\n2026-01-05,09:00,5\n2026-01-04,09:00,5", "line 3: 2026-01-04 should not come before")]
    [InlineData("date,start,calls\n2026-01-05,09:00", "line 2: 3 values were expected")]
    [InlineData("index,value\n1,5\n1,6", "line 3: 1 should be more than 1")]
    [InlineData("value\n1\n2", "line 1: the heading should be")]
    [InlineData("date,start,calls", "a heading and rows were expected")]
    public void Is_refused_with_the_row_that_is_wrong(string text, string says) =>
        Assert.Contains(says, Assert.Throws<UnreadableInputException>(() => SeriesText.Parse(text)).Message);

    [Fact]
    public void Tells_its_gaps_by_row()
    {
        var lines = History.Text(3).Split('\n').ToList();
        lines.RemoveRange(21, 4);
        lines.RemoveAt(30);
        Assert.Equal(
            ["row 22: 2026-01-12 is missing before it", "row 30: 2026-01-15 lacks 09:30"],
            SeriesText.Parse(string.Join('\n', lines)).Gaps.Select(FormattableString.Invariant));
        Assert.Equal(["row 3: 2 missing before 4"], SeriesText.Parse("index,value\n1,5\n4,6").Gaps.Select(FormattableString.Invariant));
    }

    [Fact]
    public void Takes_an_hour_that_comes_twice_for_one() => Assert.Equal(15, SeriesText.Parse("""
        date,start,calls
        2026-10-25,01:30,7
        2026-10-25,02:30,10
        2026-10-25,02:30,20
        """).ByDate![0, 1]);

    [Fact]
    public void Shows_its_cycles() => Assert.Equal((8, 7), Cycles.Find(History.TwoCycles(6)));

    [Fact]
    public void Without_a_cycle_shows_none()
    {
        var strays = new History.Strays();
        Assert.Equal((1, 1), Cycles.Find([.. Enumerable.Range(0, 500).Select(_ => strays.Next())]));
    }

    [Fact]
    public void Shows_what_stands_out()
    {
        var series = History.Weekdays(12, noise: 0.02, factor: day => day == 30 ? 1.8 : 1);
        series.Values[43, 2] *= 3;
        var found = Outliers.Find(series);
        Assert.Equal([(30, null), (43, 2)], found.Where(one => one.Day != 43 || one.Slot != null).Select(one => (one.Day, one.Slot)));
    }
}
