namespace Centrala.Core.Workforce.Forecast.Methods;

/// <summary>A way to say what comes from what came. Pure: the same history gives the same forecast.</summary>
public interface IForecastMethod
{
    /// <summary>Its name in answers, in words.</summary>
    string Name { get; }

    /// <summary>Forecasts the days after a history.</summary>
    /// <param name="days">How many; ≥ 1.</param>
    /// <param name="calendar">Which days are closed or special, past and future.</param>
    /// <returns>[day, slot]: ≥ 0. A day that will be closed is all 0.</returns>
    double[,] Forecast(Series history, int days, SpecialDays calendar);
}
