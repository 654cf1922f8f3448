using System.Globalization;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Covering;
using Centrala.Server.Workforce.Schedules;

namespace Centrala.Server.Workforce;

/// <summary>The command <c>schedule</c>: who works when, found by search; <c>schedule check</c> judges a roster.</summary>
static class PlanSchedule
{
    const int SecondsUsual = 60;

    const string Help = """
        centrala schedule FILE [--seconds 60] [--out ROSTER.csv] [--timetable TIMES.csv] [--seed 1] [--json]
            Searches for a roster until the time is over or Ctrl-C; either way the best one found is kept.
        centrala schedule FILE --repair ROSTER.csv --absent ID:DAYS [--from DAY] [--change-cost 50] …
            Mends a roster with few changes: somebody cannot work on those days.
        centrala schedule check FILE ROSTER.csv [--json]
            Says which rules a roster breaks, and what it costs.

        FILE           a plan of some weeks in YAML (docs/using/schedules.md): law, shifts, contracts, people, vendors, need,
                       training; or a scheduling problem in the format of schedulingbenchmarks.org; or JSON with "required"
                       people by slot and "shifts" (id, slots, paid): how many of which are needed, as rows of id,count
        ROSTER         a row a person: id,shift,shift,…, one cell a day, empty where the day is off
        --timetable    with YAML: everybody's shifts, breaks and trainings, as rows of person,date,shift,activity,from,to
        --repair       a roster to begin with and to stay near (--near is the same)
        --absent       who is away, by id, and when: dates (anna:2026-12-02..2026-12-04) or days counted from 0 (K:5-7)
        --from         days before this one (a date, or counted from 0) stay as they are in --repair
        --change-cost  what every changed cell costs besides, in units of the problem's weights (50; without YAML 10)
        --seed         another number gives another search

        Examples:
          centrala schedule december.yaml --seconds 120 --out roster.csv --timetable times.csv
          centrala schedule december.yaml --repair roster.csv --absent anna:2026-12-02..2026-12-04 --from 2026-12-02 --out mended.csv
          centrala schedule Instance3.txt --repair roster.csv --absent K:5-7 --from 5 --seconds 10 --out mended.csv
          centrala schedule check december.yaml mended.csv --json
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["seconds", "out", "seed", "near", "repair", "absent", "from", "change-cost", "timetable"], ["json"]);
        if (arguments.Has("help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        return arguments.Files switch
        {
            ["check", var problem, var roster] => await Check(problem, roster, arguments, stop),
            [var problem] => await Plan(problem, arguments, stop),
            _ => throw new ArgumentsException("schedule wants FILE, or check FILE ROSTER.csv (see --help)."),
        };
    }

    static async Task<int> Check(string problemFile, string rosterFile, Arguments arguments, CancellationToken stop)
    {
        if (await InputFile.Read(problemFile, CoveringFile.Fits, stop))
        {
            var need = await InputFile.Read(problemFile, CoveringFile.Read, stop);
            var plan = await InputFile.Read(rosterFile, text => CoveringFile.ReadPlan(text, need), stop);
            CoverNeed.Print(need, plan, new CheapestCover(need, seed: 1).LowestCost, TimeSpan.Zero, stopped: false, arguments.Has("json"));
            return 0;
        }
        if (await InputFile.Read(problemFile, ReadWorkPlan.Fits, stop))
        {
            var plan = await InputFile.Read(problemFile, ReadWorkPlan.From, stop);
            PlanWork.Check(plan, await InputFile.Read(rosterFile, text => Roster.Read(text, plan.Problem), stop), arguments.Has("json"));
            return 0;
        }
        var problem = await InputFile.Read(problemFile, BenchmarkFormat.Read, stop);
        var roster = await InputFile.Read(rosterFile, text => Roster.Read(text, problem), stop);
        VerdictText.Print(RosterCheck.Judge(problem, roster), arguments.Has("json"));
        return 0;
    }

    static async Task<int> Plan(string file, Arguments arguments, CancellationToken stop)
    {
        var time = TimeSpan.FromSeconds(arguments.Number("seconds", 0.1, 86_400) ?? SecondsUsual);
        var seed = (ulong)(arguments.Whole("seed", 0, int.MaxValue) ?? 1);
        var output = arguments.Text("out");
        if (await InputFile.Read(file, CoveringFile.Fits, stop))
            return CoverNeed.Run(await InputFile.Read(file, CoveringFile.Read, stop),
                new(time, seed, output, null, 0, 0), arguments.Has("json"), stop);

        var plan = await InputFile.Read(file, ReadWorkPlan.Fits, stop) ? await InputFile.Read(file, ReadWorkPlan.From, stop) : null;
        var problem = plan?.Problem ?? await InputFile.Read(file, BenchmarkFormat.Read, stop);
        var near = (arguments.Text("repair") ?? arguments.Text("near")) is { } nearFile
            ? await InputFile.Read(nearFile, text => Roster.Read(text, problem), stop) : null;
        if (near is null && (arguments.Has("absent") || arguments.Has("from")))
            throw new ArgumentsException("--absent and --from want a roster to mend: --repair ROSTER.csv.");
        if (near is not null && arguments.Text("absent") is { } absent) problem = Away(absent, problem, plan?.FirstDay).Apply(problem, near);

        var order = new RosterOrder(time, seed, output, near,
            arguments.Whole("change-cost", 0, 1_000_000) ?? (plan is null ? 10 : PlanWork.ChangeCostUsual),
            arguments.Text("from") is { } from ? Day(from, "--from", problem, plan?.FirstDay) : 0);
        return plan is null ? FindRoster.Run(problem, order, arguments.Has("json"), stop)
            : PlanWork.Run(plan with { Problem = problem }, order, arguments.Text("timetable"), arguments.Has("json"), stop);
    }

    /// <summary>Reads <c>ID:FIRST-LAST</c>, <c>ID:DAY</c>, or <c>ID:DATE..DATE</c>.</summary>
    static Absence Away(string text, SchedulingProblem problem, DateOnly? firstDay)
    {
        var colon = text.LastIndexOf(':');
        var employee = problem.Staff.Index().FirstOrDefault(pair => colon > 0 && pair.Item.Id == text[..colon], (-1, null!)).Index;
        if (employee < 0) throw new ArgumentsException("--absent wants somebody of the problem and days, like K:5-7.");
        var said = text[(colon + 1)..];
        var days = said.Contains("..", StringComparison.Ordinal) ? said.Split("..")
            : DateOnly.TryParseExact(said, "yyyy-MM-dd", out _) ? [said] : said.Split('-');
        var (first, last) = (Day(days[0], "--absent", problem, firstDay), Day(days[^1], "--absent", problem, firstDay));
        return days.Length <= 2 && first <= last ? new(employee, first, last)
            : throw new ArgumentsException("--absent wants a first day and a last one, not before it.");
    }

    /// <summary>A date of the plan, or a day counted from 0.</summary>
    static int Day(string text, string option, SchedulingProblem problem, DateOnly? firstDay)
    {
        var day = firstDay is { } first && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date.DayNumber - first.DayNumber
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return day >= 0 && day < problem.Days ? day
            : throw new ArgumentsException($"{option}: days should lie from 0 to {problem.Days - 1}"
                + (firstDay is { } monday ? FormattableString.Invariant($", or {monday:yyyy-MM-dd} to {monday.AddDays(problem.Days - 1):yyyy-MM-dd}.") : "."));
    }
}
