using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Forecast;
using Centrala.Core.Workforce.Service;

namespace Centrala.Bench.Workforce;

/// <summary>
/// How often the service level of a slot lies in the range that was predicted for it the week before, over thirty days of a
/// centre whose parameters the prediction does not read: forecast, handle times, patience and absence all come from its past.
/// </summary>
static class UnknownDay
{
    const int Centres = 4;
    const int PastWeeks = 12;
    const int DaysTested = 30;
    const double Share = 0.8, Goal = 0.8, WithinSeconds = 20;

    public static Task Measure(Report report)
    {
        var (inside, slots) = (0, 0);
        for (var seed = 1; seed <= Centres; seed++)
        {
            var one = Watch(seed);
            report.Note($"centre {seed}: {100.0 * one.Inside / one.Slots:F1} % of {one.Slots} slots inside, range {100 * one.Width:F0} points wide");
            (inside, slots) = (inside + one.Inside, slots + one.Slots);
        }
        var percent = 100.0 * inside / slots;
        report.Figure("workforce.unknown_day_inside_pct", percent, "%", atLeast: 75);
        report.Figure("workforce.unknown_day_beyond_80_pct", Math.Abs(percent - 100 * Share), "points", atMost: 5);
        return Task.CompletedTask;
    }

    static (int Inside, int Slots, double Width) Watch(int seed)
    {
        var centre = new HiddenCentre(seed);
        List<HiddenCentre.Day?> days = [];
        void Live(int until)
        {
            while (days.Count < until) days.Add(HiddenCentre.IsOpen(days.Count) ? centre.Happen(days.Count) : null);
        }

        Live(PastWeeks * 7);
        var (inside, slots, width, tested) = (0, 0, 0.0, 0);
        while (tested < DaysTested)
        {
            var origin = days.Count;
            var outlooks = Outlooks(days);
            Live(origin + 7);
            for (var day = 0; day < 7 && tested < DaysTested; day++)
            {
                if (days[origin + day] is not { } came) continue;
                tested++;
                var predicted = ServicePrediction.Of(
                    outlooks(day), HiddenCentre.SlotSeconds, WithinSeconds, Share, (ulong)(1000 * seed + tested));
                int[] there = [.. outlooks(day).Scheduled.Select(agents => (int)Math.Round(agents * (1 - came.Absent)))];
                var played = QueueDay.Play(came.Contacts, there, HiddenCentre.SlotSeconds, WithinSeconds);
                foreach (var (outcome, range) in played.Zip(predicted))
                {
                    if (outcome.ServiceLevel is not { } level || range is not { } bounds) continue;
                    slots++;
                    width += bounds.High - bounds.Low;
                    if (level >= bounds.Low - 1e-9 && level <= bounds.High + 1e-9) inside++;
                }
            }
        }
        return (inside, slots, width / slots);
    }

    /// <summary>What a planner knows on the eve of a week, by day of it.</summary>
    static Func<int, QueueOutlook> Outlooks(List<HiddenCentre.Day?> past)
    {
        var series = HiddenCentre.Counted(past);
        var forecaster = new Forecaster(series, SpecialDays.None);
        var choice = forecaster.Choose(series.Days, 7);
        var week = forecaster.Forecast(choice, series.Days, 7);
        var spread = VolumeSpread.From(forecaster.EarlierOrigins(series.Days, 7).SelectMany(origin => Compared(forecaster, choice, origin)));
        HiddenCentre.Day[] open = [.. past.Where(day => day is not null)!];
        double[] handled = [.. open[^24..].SelectMany(day => day.Contacts).Select(contact => contact.HandleSeconds)];
        double[] absences = [.. open.Select(day => day.Absent)];
        var (mean, patience) = (handled.Average(), Patience(open, absences.Average(), handled.Average()));
        return day =>
        {
            double[] forecast = [.. Enumerable.Range(0, HiddenCentre.Slots).Select(slot => week[day, slot])];
            return new(forecast, spread, handled, patience, Scheduled(forecast, mean, patience, absences.Average()), absences);
        };
    }

    static IEnumerable<IReadOnlyList<(double Came, double Forecast)>> Compared(Forecaster forecaster, Choice choice, int origin)
    {
        var forecast = forecaster.Forecast(choice, origin, 7);
        for (var day = 0; day < 7; day++)
            if (forecaster.Series.IsOpen(origin + day))
                yield return [.. Enumerable.Range(0, HiddenCentre.Slots).Select(slot => (forecaster.Series[origin + day, slot], forecast[day, slot]))];
    }

    static int[] Scheduled(IReadOnlyList<double> forecast, double mean, double patience, double absent) => [.. forecast.Select(contacts =>
        AgentsNeeded.Scheduled(AgentsNeeded.ForServiceLevel(contacts * mean / HiddenCentre.SlotSeconds, mean, patience, Goal, WithinSeconds),
            (decimal)Math.Round(absent, 4)))];

    /// <summary>All waiting ÷ all who left, on days that were staffed for their means: for exponential patience the likeliest mean.</summary>
    static double Patience(IReadOnlyList<HiddenCentre.Day> days, double absent, double handle)
    {
        var (waited, left) = (0.0, 0);
        foreach (var day in days)
        {
            var staffing = day.Counts().Select(count => (int)Math.Ceiling((1 - absent) * count * handle / HiddenCentre.SlotSeconds) + 1);
            foreach (var slot in QueueDay.Play(day.Contacts, [.. staffing], HiddenCentre.SlotSeconds, WithinSeconds))
                (waited, left) = (waited + slot.WaitedSeconds, left + slot.Left);
        }
        return left == 0 ? waited : waited / left;
    }
}
