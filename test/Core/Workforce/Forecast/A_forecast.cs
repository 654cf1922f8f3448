using Centrala.Core.Workforce.Forecast;
using Centrala.Core.Workforce.Forecast.Methods;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Forecast;

public class A_forecast
{
    public static TheoryData<int> Methods { get; } = [.. Enumerable.Range(0, Forecaster.Methods.Count)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Continues_a_law_that_never_failed(int method)
    {
        var series = History.Weekdays(20);
        var forecast = Forecaster.Methods[method].Forecast(series, 7, SpecialDays.None);
        for (var day = 0; day < 7; day++)
            for (var slot = 0; slot < 4; slot++)
                Assert.InRange(forecast[day, slot], day < 5 ? History.Law(day, slot) * 0.97 : 0, day < 5 ? History.Law(day, slot) * 1.03 : 0);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Brings_nothing_on_a_day_that_is_known_to_be_closed(int method)
    {
        var closed = new SpecialDays(new Dictionary<int, string>(), new HashSet<int> { History.Monday.AddDays(20 * 7 + 2).DayNumber });
        var forecast = Forecaster.Methods[method].Forecast(History.Weekdays(20), 7, closed);
        Assert.Equal(0, forecast[2, 0]);
        Assert.True(forecast[1, 0] > 0);
    }

    [Fact]
    public void Knows_the_turn_of_the_month_and_the_day_after_a_closing()
    {
        // The first working day of a month brings half as much again, and so does the day after a Wednesday that was closed.
        double Factor(int day) => day % 70 == 37 ? 0
            : History.Monday.AddDays(day).Day == 1 || day % 70 == 38 ? 1.5 : 1;
        var series = History.Weekdays(46, factor: Factor);
        var regression = new CalendarRegression();
        var afterClosing = regression.Forecast(series.Before(248), 7, SpecialDays.None);
        Assert.InRange(afterClosing[0, 0] / History.Law(248, 0), 1.25, 1.55);
        var firstOfMonth = Enumerable.Range(250, 60).First(day => History.Monday.AddDays(day).Day == 1 && day % 7 < 5);
        Assert.InRange(regression.Forecast(series.Before(firstOfMonth), 1, SpecialDays.None)[0, 0] / History.Law(firstOfMonth, 0), 1.2, 1.6);
    }

    [Fact]
    public void Takes_a_holiday_for_closed_when_the_last_one_was()
    {
        var holidays = new[] { 42, 140 }.ToDictionary(day => History.Monday.AddDays(day).DayNumber, _ => "feast");
        var calendar = new SpecialDays(holidays, new HashSet<int>());
        var history = History.Weekdays(20, factor: day => day == 42 ? 0 : 1);
        Assert.Equal(0, new CalendarRegression().Forecast(history, 1, calendar)[0, 0]);
        var half = History.Weekdays(20, factor: day => day == 42 ? 0.5 : 1);
        Assert.InRange(new CalendarRegression().Forecast(half, 1, calendar)[0, 0], 45, 55);
    }

    [Fact]
    public void Is_chosen_by_what_was_known_before_it_alone()
    {
        var series = History.Weekdays(20, noise: 0.1);
        var told = new Forecaster(series, SpecialDays.None).Choose(105, 7);
        for (var day = 105; day < series.Days; day++)
            for (var slot = 0; slot < 4; slot++) series.Values[day, slot] *= 5;
        var again = new Forecaster(series, SpecialDays.None).Choose(105, 7);
        Assert.Equal((told.Name, told.PastWapePct), (again.Name, again.PastWapePct));
    }

    [Fact]
    public void Is_hardly_ever_worse_than_the_plain_methods()
    {
        var series = History.Weekdays(26, noise: 0.1, factor: day => 1 + 0.1 * Math.Sin(day / 20.0));
        var result = Tested(series, Enumerable.Range(12, 14).Select(week => week * 7));
        var plain = result.Methods.Take(3).Min(method => method.Accuracy.WapePct);
        Assert.InRange(result.Choice.WapePct, 0, plain * 1.02);
    }

    [Fact]
    public void Says_honestly_how_sure_it_is()
    {
        var result = Tested(History.Weekdays(40, noise: 0.15), Enumerable.Range(14, 26).Select(week => week * 7));
        Assert.InRange(result.CoveragePct, 74, 86);
    }

    [Fact]
    public void Finds_two_cycles_without_dates()
    {
        var values = History.TwoCycles(10);
        var result = Tested(Cycles.Lay(values, Cycles.Find(values)), [49, 56, 63]);
        Assert.InRange(result.Choice.WapePct, 0, 0.6);
    }

    [Fact]
    public void Is_measured_as_the_formulas_say()
    {
        var accuracy = Accuracy.Of([(100, 90), (50, 60), (double.NaN, 7)], scale: 5);
        Assert.Equal(2, accuracy.Count);
        Assert.Equal(100 * 20 / 150.0, accuracy.WapePct, 9);
        Assert.Equal(100 * (20 / 190.0 + 20 / 110.0) / 2, accuracy.SmapePct, 9);
        Assert.Equal(2, accuracy.Mase, 9);
        Assert.Equal(100 * Math.Sqrt(2 / (Math.PI * 400)), Accuracy.PoissonFloorPct([400, 400]), 9);
    }

    static BackTestResult Tested(Series series, IEnumerable<int> origins)
    {
        var test = new BackTest(new(series, SpecialDays.None), series.Week, series.Week * series.Slots);
        foreach (var origin in origins) test.Step(origin);
        return test.Result();
    }
}
