using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Search;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Schedules;

public class Rules_of_the_week
{
    // Early 6–14, late 14–22, night 22–6.
    static readonly SchedulingProblem problem = new(
        14,
        [Shift("E", 360, 840, burden: 0), Shift("L", 840, 1320, burden: 1), Shift("N", 1320, 1800, burden: 3)],
        [Person("a", new(2400, 2100)), Person("b", new(1920, 1440)) with { Pay = [7, 8, 9] }, Person("c", new(2400, 2100))],
        [new(0, 3, 1, 4, On: true), new(1, 5, 0, 2, On: false)],
        [.. Enumerable.Range(0, 14).Select(day => new CoverLine($"day {day}", day, [0, 1], 2, 10, 1)),
            .. Enumerable.Range(0, 14).Select(day => new CoverLine($"dawn {day}", day, [0], 1, 6, 1, ShiftsBefore: [2]))],
        FairnessWeight: 2);

    [Theory]
    [InlineData("EEEEE--EEEEE--", "")]
    [InlineData("EEEEEE-EEEEE--", "weekminutes 0")]
    [InlineData("EEEE-EE-EEEEE-", "weekminutes 0")]
    [InlineData("EL-EL-EEEEE---", "weekrest 0")]
    [InlineData("EL-EL-EEL-EL-E", "weekrest 0, weekrest 7")]
    [InlineData("EEL--EEEEE----", "")]
    [InlineData("-------EEEEEEE", "weekminutes 7, weekrest 7")]
    public void Are_hours_and_one_long_rest(string days, string broken)
    {
        var roster = new Roster(1, 14);
        for (var day = 0; day < 14; day++) roster[0, day] = "ELN".IndexOf(days[day], StringComparison.Ordinal);
        var one = problem with { Staff = [problem.Staff[0]], Requests = [], Cover = [] };
        Assert.Equal(broken, string.Join(", ", RosterCheck.Judge(one, roster).Violations.Select(violation => $"{violation.Rule} {violation.Day}")));
    }

    [Fact]
    public void Are_counted_alike_by_search_and_evaluator()
    {
        var rules = new RowRules(problem);
        var dice = new SearchDice(7);
        var feasible = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var (row, roster) = (new byte[14], new Roster(3, 14));
            for (var day = 0; day < 14; day++) roster[0, day] = (row[day] = (byte)Math.Max(0, dice.Below(6) - 2)) - 1;
            var whole = !RosterCheck.Judge(problem, roster).Violations.Any(one => one.Employee == "a");
            Assert.Equal(whole, rules.Points(0, row) == 0);
            if (whole) feasible++;
        }
        Assert.InRange(feasible, 100, 19_900);
    }

    [Fact]
    public void Keep_pay_nights_and_fairness_in_step_while_searching()
    {
        var search = new RosterSearch(problem, seed: 2);
        search.Step(50_000, temperature: 5, hardWeight: 10);
        var verdict = RosterCheck.Judge(problem, search.Best!);
        Assert.Empty(verdict.Violations);
        Assert.True(verdict is { Pay: > 0, Unfairness: > 0 });
        Assert.Equal(search.BestPenalty, verdict.Penalty);
    }

    static ShiftType Shift(string id, int start, int end, int burden) => new(
        id, end - start, id == "N" ? new HashSet<int> { 0, 1 } : id == "L" ? new HashSet<int> { 0 } : new HashSet<int>(), start, end, burden);

    static Employee Person(string id, WeekRules week) =>
        new(id, [14, 14, 14], 14 * 480, 0, 14, 1, 1, 2, new HashSet<int>(), 0, week);
}
