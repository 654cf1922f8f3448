using Centrala.Core.Workforce.Forecast;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Forecast;

public class The_rest_of_a_day
{
    const int Weeks = 16;

    /// <summary>A Friday.</summary>
    const int Today = Weeks * 7 - 3;

    [Theory]
    [InlineData(1.4)]
    [InlineData(0.6)]
    public void Follows_the_morning_where_whole_days_differ(double morning)
    {
        var stray = new History.Strays();
        var factors = Enumerable.Range(0, Weeks * 7).Select(_ => 1 + 0.3 * stray.Next()).ToArray();
        factors[Today] = morning;
        var rest = From(History.Weekdays(Weeks, noise: 0.02, day => factors[day]), known: 2);
        Assert.InRange(rest.Level, morning - 0.15, morning + 0.15);
        Assert.InRange(rest.Values[3], (morning - 0.17) * History.Law(Today, 3), (morning + 0.17) * History.Law(Today, 3));
    }

    [Fact]
    public void Stays_with_the_forecast_where_days_never_differed_as_a_whole()
    {
        var rest = From(History.Weekdays(Weeks, noise: 0.02, day => day == Today ? 1.4 : 1), known: 1);
        Assert.InRange(rest.Level, 0.95, 1.1);
    }

    [Fact]
    public void Leaves_the_morning_as_it_came_and_has_a_band_around_the_rest()
    {
        var series = History.Weekdays(Weeks, noise: 0.1);
        var rest = From(series, known: 2);
        Assert.Equal(series[Today, 0], rest.Values[0]);
        Assert.Equal(series[Today, 1], rest.Values[1]);
        var (low, high) = rest.Interval!.Around(rest.Values[3]);
        Assert.True(low < rest.Values[3] && rest.Values[3] < high);
    }

    [Fact]
    public void Knows_nothing_of_what_comes_later_that_day()
    {
        var series = History.Weekdays(Weeks, noise: 0.1);
        var other = series with { Values = (double[,])series.Values.Clone() };
        for (var slot = 2; slot < other.Slots; slot++) other.Values[Today, slot] *= 3;
        Assert.Equal(From(series, known: 2).Values, From(other, known: 2).Values);
    }

    static RestOfDay From(Series series, int known)
    {
        var forecaster = new Forecaster(series, SpecialDays.None);
        return RestOfDay.From(forecaster, forecaster.Choose(Today, 1), Today, known);
    }
}
