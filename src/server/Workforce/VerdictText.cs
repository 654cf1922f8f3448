using Centrala.Core.Workforce.Schedules;

namespace Centrala.Server.Workforce;

/// <summary>Prints what a roster is worth, for people or for programs.</summary>
static class VerdictText
{
    public sealed record Broken(string Employee, string Rule, int? Day, string Says);

    /// <param name="Penalty">The sum of the four parts; comparable between rosters without hard violations.</param>
    public sealed record Verdict(
        bool Feasible, int HardViolations, long OnRequests, long OffRequests, long UnderCover, long OverCover, long Penalty,
        IEnumerable<Broken> Violations);

    public static Verdict Of(RosterVerdict verdict) => new(verdict.Violations.Count == 0, verdict.Violations.Count,
        verdict.OnRequests, verdict.OffRequests, verdict.UnderCover, verdict.OverCover, verdict.Penalty,
        verdict.Violations.Select(one => new Broken(one.Employee, one.Rule, one.Day, one.Says)));

    public static void Print(RosterVerdict verdict, bool json)
    {
        if (json)
        {
            Answer.Print(Of(verdict));
            return;
        }
        foreach (var broken in verdict.Violations)
            Console.WriteLine($"{broken.Employee}{(broken.Day is { } day ? $", day {day}" : "")}: {broken.Says} ({broken.Rule})");
        Console.WriteLine(verdict.Violations.Count == 0 ? "No rule is broken." : $"{verdict.Violations.Count} rules are broken.");
        Console.WriteLine($"Penalty {verdict.Penalty}: wishes to work {verdict.OnRequests}, wishes for other days "
            + $"{verdict.OffRequests}, too few {verdict.UnderCover}, too many {verdict.OverCover}.");
    }
}
