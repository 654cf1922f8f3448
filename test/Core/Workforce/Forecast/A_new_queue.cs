using Centrala.Core.Workforce.Forecast;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Forecast;

public class A_new_queue
{
    [Fact]
    public void Has_the_level_that_the_days_in_common_show()
    {
        var other = History.Weekdays(8);
        var like = LikeAnother.Of(Scaled(other, 0.25, firstDay: 42), other)!;
        Assert.Equal(0.25, like.Level, 1e-9);
        Assert.Equal(10, like.Days);
    }

    [Fact]
    public void Is_the_less_in_doubt_the_more_days_it_has()
    {
        var other = History.Weekdays(8);
        var strayed = Scaled(History.Weekdays(8, noise: 0.1), 0.25, firstDay: 0);
        var (few, many) = (Latest(strayed, 4), Latest(strayed, 40));
        Assert.True(LikeAnother.Of(few, other)!.Doubt > LikeAnother.Of(many, other)!.Doubt);
    }

    [Fact]
    public void Is_not_known_without_a_day_in_common()
    {
        var other = History.Weekdays(4);
        Assert.Null(LikeAnother.Of(other with { FirstDay = other.FirstDay + 7 * 52 }, other));
    }

    [Fact]
    public void Has_a_wider_band_the_less_sure_its_level_is()
    {
        var interval = PredictionInterval.From(Enumerable.Range(0, 200).Select(at => (100.0 + at % 21 - 10, 100.0)), 0.8)!;
        var (low, high) = interval.Around(50);
        var (lower, higher) = interval.Widened(0.3).Around(50);
        Assert.True(lower < low && high < higher);
    }

    static Series Scaled(Series series, double level, int firstDay)
    {
        var values = new double[series.Days - firstDay, series.Slots];
        for (var day = 0; day < values.GetLength(0); day++)
            for (var slot = 0; slot < series.Slots; slot++) values[day, slot] = level * series[firstDay + day, slot];
        return series with { Values = values, FirstDay = series.FirstDay + firstDay };
    }

    static Series Latest(Series series, int days) => Scaled(series, 1, series.Days - days);
}
