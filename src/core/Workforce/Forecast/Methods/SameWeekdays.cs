namespace Centrala.Core.Workforce.Forecast.Methods;

/// <summary>What came in the latest turns of the same day of the week, slot by slot: their mean or their median.</summary>
/// <param name="turns">How many; 1 is the seasonal naive forecast.</param>
public sealed class SameWeekdays(int turns, bool median = false) : IForecastMethod
{
    public string Name => turns == 1 ? "seasonal naive" : $"{(median ? "median" : "mean")} of {turns} same weekdays";

    public double[,] Forecast(Series history, int days, SpecialDays calendar)
    {
        var forecast = new double[days, history.Slots];
        for (var day = 0; day < days; day++)
        {
            if (calendar.IsClosed(history, history.Days + day)) continue;
            var same = history.SameDays(history.Days + day).Take(turns).ToArray();
            for (var slot = 0; slot < history.Slots; slot++)
                forecast[day, slot] = Middle([.. same.Select(one => history[one, slot]).Where(value => !double.IsNaN(value))]);
        }
        return forecast;
    }

    double Middle(double[] values)
    {
        if (values.Length == 0) return 0;
        if (!median) return values.Average();
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
