using System.Globalization;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Timetables;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>Prints what a roster is worth for a planner's weeks, for people or for programs.</summary>
static class PlanText
{
    const int ShortagesTold = 20;

    public sealed record Broken(string Employee, string Rule, string? Date, string Says);

    public sealed record Missing(string Need, string From, string To, int People);

    /// <param name="Burden">Missed wishes and unpopular shifts.</param>
    public sealed record Share(string Employee, int Wishes, int Kept, long Burden, double Hours);

    /// <param name="BurdenDeviation">Standard deviation between people; 0 is as fair as can be.</param>
    public sealed record Fairness(int Wishes, int Kept, double BurdenMean, long BurdenMost, double BurdenDeviation, IEnumerable<Share> People);

    public sealed record Trained(int Placed, IEnumerable<string> WithoutPlace);

    public sealed record Searched(double Seconds, long Moves, bool Stopped, int? Changes);

    public sealed record Found(bool Feasible, long Penalty, double NeededHours, double MissingHours, double SurplusHours, double WorkedHours,
        long Cost, Fairness Fairness, Trained Training, IEnumerable<Broken> Violations, IEnumerable<Missing> Shortages,
        IReadOnlyList<string> Impossible, Searched? Search = null, IEnumerable<string>? Rows = null);

    public static void PrintJson(Found found) => Answer.Print(found);

    public static Found Of(WorkPlan plan, Roster roster, IReadOnlyList<string> impossible)
    {
        var (verdict, table) = (RosterCheck.Judge(plan.Problem, roster), Timetable.Of(plan, roster));
        return new(verdict.Violations.Count == 0, verdict.Penalty, table.NeededHours, table.MissingHours, table.SurplusHours,
            Hours(plan, roster).Sum(), verdict.Pay, FairnessOf(plan, roster), TrainedIn(plan, table),
            verdict.Violations.Select(one => new Broken(one.Employee, one.Rule, DateOf(plan, one), one.Says)),
            table.Shortages.Select(one => new Missing(one.Need, plan.Time(one.From), plan.ClockTime(one.To), one.Missing)), impossible);
    }

    public static void PrintViolations(WorkPlan plan, Roster roster, TextWriter to)
    {
        foreach (var one in RosterCheck.Judge(plan.Problem, roster).Violations)
            to.WriteLine($"{one.Employee}{(DateOf(plan, one) is { } date ? $", {date}" : "")}: {one.Says} ({one.Rule})");
    }

    public static void Print(WorkPlan plan, Roster roster, TextWriter to)
    {
        var found = Of(plan, roster, []);
        var shortages = found.Shortages.ToArray();
        foreach (var one in shortages.Take(ShortagesTold)) to.WriteLine($"{one.From}–{one.To} {one.Need}: {one.People} people missing");
        if (shortages.Length > ShortagesTold) to.WriteLine($"… and {shortages.Length - ShortagesTold} times more (--json has them all)");
        foreach (var one in found.Training.WithoutPlace) to.WriteLine($"no place for the training {one}");
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(found.Feasible ? "No rule is broken" : "Rules are broken")}. Needed {found.NeededHours:0.##} h: "
            + $"{found.MissingHours:0.##} h missing, {found.SurplusHours:0.##} h too many."));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Worked {found.WorkedHours:0.##} h, cost {found.Cost}. Trainings placed: {found.Training.Placed}."));
        var fair = found.Fairness;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Wishes kept: {fair.Kept} of {fair.Wishes}. Burden of a person: {fair.BurdenMean:0.##} on average, at most {fair.BurdenMost}, "
            + $"deviation {fair.BurdenDeviation:0.##}."));
    }

    /// <summary>A wish for a day off is one wish, whatever shifts it names.</summary>
    static Fairness FairnessOf(WorkPlan plan, Roster roster)
    {
        var burdens = RosterCheck.Burdens(plan.Problem, roster);
        var (hours, kept) = (Hours(plan, roster), plan.Problem.Requests.GroupBy(wish => (wish.Employee, wish.Day))
            .ToLookup(group => group.Key.Employee, group => group.All(wish => roster[wish.Employee, wish.Day] == wish.Shift == wish.On)));
        Share[] shares = [.. plan.Problem.Staff.Index().Select(pair => new Share(pair.Item.Id, kept[pair.Index].Count(),
            kept[pair.Index].Count(one => one), burdens[pair.Index], hours[pair.Index]))];
        var mean = burdens.Average();
        return new(shares.Sum(one => one.Wishes), shares.Sum(one => one.Kept), Math.Round(mean, 3), burdens.Max(),
            Math.Round(Math.Sqrt(burdens.Average(one => (one - mean) * (one - mean))), 3), shares);
    }

    static Trained TrainedIn(WorkPlan plan, Timetable table) => new(
        plan.Trainings.Sum(one => one.Trainees.Count) - table.Untrained.Count,
        table.Untrained.Select(one => $"{one.Training} of {plan.Problem.Staff[one.Employee].Id}"));

    static double[] Hours(WorkPlan plan, Roster roster) => [.. Enumerable.Range(0, roster.Staff).Select(employee =>
        Enumerable.Range(0, roster.Days).Select(day => roster[employee, day]).Where(shift => shift != Roster.Off)
            .Sum(shift => plan.Problem.Shifts[shift].Minutes) / 60.0)];

    static string? DateOf(WorkPlan plan, Violation violation) =>
        violation.Day is { } day ? plan.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
