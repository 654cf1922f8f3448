using Centrala.Core.Workforce.Schedules;

namespace Centrala.Server.Workforce;

/// <summary>The command <c>schedule</c>: who works when, found by search; <c>schedule check</c> judges a roster.</summary>
static class PlanSchedule
{
    const int SecondsUsual = 60;

    const string Help = """
        centrala schedule FILE [--seconds 60] [--out ROSTER.csv] [--seed 1] [--json]
            Searches for a roster until the time is over or Ctrl-C; either way the best one found is kept.
        centrala schedule FILE --near ROSTER.csv --absent ID:FIRST-LAST [--from DAY] [--change-cost 10] …
            Mends a roster with few changes: somebody cannot work from day FIRST to day LAST.
        centrala schedule check FILE ROSTER.csv [--json]
            Says which rules a roster breaks, and what it costs.

        FILE           a scheduling problem in the format of schedulingbenchmarks.org; or JSON with "required" people by
                       slot and "shifts" (id, slots, paid): how many of which are needed, as rows of id,count
        ROSTER         a row a person: id,shift,shift,…, one cell a day, empty where the day is off
        --near         a roster to begin with and to stay near
        --absent       who is away, by id, and on which days (counted from 0); may be left out
        --from         days before this one stay as they are in --near (0)
        --change-cost  what every changed cell costs besides, in units of the problem's weights (10)
        --seed         another number gives another search

        Examples:
          centrala schedule Instance3.txt --seconds 60 --out roster.csv
          centrala schedule Instance3.txt --near roster.csv --absent K:5-7 --from 5 --seconds 10 --out mended.csv
          centrala schedule check Instance3.txt mended.csv --json
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["seconds", "out", "seed", "near", "absent", "from", "change-cost"], ["json"]);
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
            CoverNeed.Print(need, plan, TimeSpan.Zero, stopped: false, arguments.Has("json"));
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

        var problem = await InputFile.Read(file, BenchmarkFormat.Read, stop);
        var near = arguments.Text("near") is { } nearFile
            ? await InputFile.Read(nearFile, text => Roster.Read(text, problem), stop) : null;
        if (near is null && (arguments.Has("absent") || arguments.Has("from")))
            throw new ArgumentsException("--absent and --from want a roster to mend: --near ROSTER.csv.");
        if (near is not null && arguments.Text("absent") is { } absent) problem = Away(absent, problem).Apply(problem, near);

        var order = new RosterOrder(time, seed, output, near,
            arguments.Whole("change-cost", 0, 1_000_000) ?? 10, arguments.Whole("from", 0, problem.Days) ?? 0);
        return FindRoster.Run(problem, order, arguments.Has("json"), stop);
    }

    /// <summary>Reads <c>ID:FIRST-LAST</c>, or <c>ID:DAY</c>.</summary>
    static Absence Away(string text, SchedulingProblem problem)
    {
        var colon = text.LastIndexOf(':');
        var employee = problem.Staff.Index().FirstOrDefault(pair => colon > 0 && pair.Item.Id == text[..colon], (-1, null!)).Index;
        if (employee < 0) throw new ArgumentsException("--absent wants somebody of the problem and days, like K:5-7.");
        var days = text[(colon + 1)..].Split('-');
        return int.TryParse(days[0], out var first) && int.TryParse(days[^1], out var last)
            && days.Length <= 2 && first >= 0 && first <= last && last < problem.Days
            ? new(employee, first, last)
            : throw new ArgumentsException($"--absent: the days of {text[..colon]} should lie from 0 to {problem.Days - 1}, like K:5-7.");
    }
}
