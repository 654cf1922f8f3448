namespace Centrala.Core.Workforce.Forecast.Methods;

/// <summary>
/// Daily sums by a regression of their logarithm on the calendar, spread over the day as the same weekdays were. The calendar is:
/// the day of the week, the working days from the turn of the month, the days after a closing, and, with more than a year
/// of history, the time of the year by Fourier terms. What is left moves the level, by exponential smoothing.
/// </summary>
public sealed class CalendarRegression : IForecastMethod
{
    const int FirstOfMonth = 6, LastOfMonth = 3, AfterClosing = 2, YearPairs = 2;
    const double DaysAYear = 365.25;

    /// <summary>Days after which a day counts half in the fit.</summary>
    const double HalfLife = 400;

    /// <summary>How strongly effects other than the weekday's are held near nothing, in days' worth of evidence.</summary>
    const double Penalty = 0.5;
    const double LevelWeight = 0.15;
    const int ProfileTurns = 8;

    public string Name => "regression on the calendar";

    public double[,] Forecast(Series history, int days, SpecialDays calendar)
    {
        var forecast = new double[days, history.Slots];
        var features = new CalendarFeatures(history, calendar);
        var open = Enumerable.Range(0, history.Days).Where(day => history.Total(day) > 0 && !calendar.IsHoliday(history, day)).ToArray();
        if (open.Length == 0) return forecast;

        var coefficients = Fit(history, features, open);
        var level = Level(history, features, open, coefficients);
        var holiday = HolidayShare(history, features, calendar, coefficients);
        for (var day = 0; day < days; day++)
        {
            var ahead = history.Days + day;
            if (calendar.IsClosed(history, ahead)) continue;
            var total = Math.Exp(RidgeRegression.Apply(features.Of(ahead), coefficients) + level);
            if (calendar.IsHoliday(history, ahead)) total *= holiday;
            Spread(history, ahead, total, forecast, day);
        }
        return forecast;
    }

    static double[] Fit(Series history, CalendarFeatures features, int[] open)
    {
        var regression = new RidgeRegression(features.Count);
        foreach (var day in open)
            regression.Add(features.Of(day), Math.Log(history.Total(day)), Math.Pow(0.5, (history.Days - day) / HalfLife));
        var penalties = new double[features.Count];
        Array.Fill(penalties, 1e-6, 0, history.Week);
        Array.Fill(penalties, Penalty, history.Week, features.Count - history.Week);
        return regression.Solve(penalties);
    }

    static double Level(Series history, CalendarFeatures features, int[] open, double[] coefficients)
    {
        var level = 0.0;
        foreach (var day in open)
            level += LevelWeight * (Math.Log(history.Total(day)) - RidgeRegression.Apply(features.Of(day), coefficients) - level);
        return level;
    }

    /// <summary>What an open holiday brings, as a share of an ordinary day of its kind; 1 while none was seen.</summary>
    static double HolidayShare(Series history, CalendarFeatures features, SpecialDays calendar, double[] coefficients)
    {
        var shares = calendar.OpenHolidays(history)
            .Select(day => history.Total(day) / Math.Exp(RidgeRegression.Apply(features.Of(day), coefficients))).ToArray();
        return shares.Length == 0 ? 1 : shares.Average();
    }

    /// <summary>Spreads a day's sum as the latest same weekdays spread theirs.</summary>
    static void Spread(Series history, int ahead, double total, double[,] forecast, int day)
    {
        var same = history.SameDays(ahead).Where(one => history.Total(one) > 0).Take(ProfileTurns).ToArray();
        var sum = 0.0;
        for (var slot = 0; slot < history.Slots; slot++)
        {
            var shares = same.Where(one => !double.IsNaN(history[one, slot])).Select(one => history[one, slot] / history.Total(one)).ToArray();
            sum += forecast[day, slot] = shares.Length == 0 ? 0 : shares.Average();
        }
        for (var slot = 0; slot < history.Slots && sum > 0; slot++) forecast[day, slot] *= total / sum;
    }

    /// <summary>What the calendar says of a day, as columns of the regression.</summary>
    sealed class CalendarFeatures(Series history, SpecialDays calendar)
    {
        readonly bool hasYear = history.HasDates && history.Days > DaysAYear;
        readonly double[]?[] known = new double[]?[history.Days];

        public int Count => history.Week
            + (history.HasDates ? FirstOfMonth + LastOfMonth + AfterClosing : 0) + (hasYear ? 2 * YearPairs : 0);

        public double[] Of(int day) => day >= known.Length ? Compute(day) : known[day] ??= Compute(day);

        double[] Compute(int day)
        {
            var row = new double[Count];
            row[history.DayOfWeek(day)] = 1;
            if (!history.HasDates) return row;

            var date = history.Date(day);
            var (before, after) = (0, 0);
            for (var other = day - date.Day + 1; other < day; other++) before += IsClosed(other) ? 0 : 1;
            var month = day - date.Day + DateTime.DaysInMonth(date.Year, date.Month);
            for (var other = day + 1; other <= month; other++) after += IsClosed(other) ? 0 : 1;
            if (before < FirstOfMonth) row[history.Week + before] = 1;
            if (after < LastOfMonth) row[history.Week + FirstOfMonth + after] = 1;

            var earlier = day;
            for (var step = 0; step < AfterClosing; step++)
            {
                do earlier--; while (IsNeverOpen(earlier));
                if (IsClosed(earlier)) row[history.Week + FirstOfMonth + LastOfMonth + step] = 1;
            }
            for (var pair = 1; hasYear && pair <= YearPairs; pair++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * pair * date.DayOfYear / DaysAYear);
                row[^(2 * pair)] = sine;
                row[^(2 * pair - 1)] = cosine;
            }
            return row;
        }

        /// <summary>Days before the history count as open on the weekdays that usually are.</summary>
        bool IsClosed(int day) => day < 0 ? IsNeverOpen(day) : calendar.IsClosed(history, day);

        bool IsNeverOpen(int day)
        {
            var turn = (day % history.Week + history.Week) % history.Week;
            for (; turn < history.Days; turn += history.Week)
                if (history.IsOpen(turn)) return false;
            return true;
        }
    }
}
