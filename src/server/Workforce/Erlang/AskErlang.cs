using System.Globalization;
using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce.Erlang;

/// <summary>The command <c>erlang</c>: what a number of agents bears, or how many are needed.</summary>
static class AskErlang
{
    const double LoadMax = 10_000_000;
    const double SecondsMax = 1e9;

    const string Help = """
        centrala erlang --load ERLANGS --aht SECONDS --agents N [--target 20] [--patience SECONDS]
            What N agents bear: waits, service level, occupancy (Erlang C), and with a patience also who leaves (Erlang A).
        centrala erlang --load ERLANGS --aht SECONDS --target 80/20 [--patience SECONDS] [--of offered]
                        [--asa SECONDS] [--max-abandon 0.05] [--max-occupancy 0.85] [--shrinkage 0.3]
            How many agents are needed to keep all that is asked for.
        centrala erlang --load ERLANGS --trunks N | --blocking 0.01
            How many are turned away, or how many trunks are needed (Erlang B).
        centrala erlang --csv FILE [--staffing]
            The same for many cases, a row each; prints CSV with the same ids.

        --load       calls × handle time; instead --calls N with --interval SECONDS (3600) and --aht
        --target     share/seconds (80/20 or 0.8/20), or seconds alone beside --agents
        --of         whom a service level with patience counts: offered, answered, without-short-abandons (offered)
        --shrinkage  share of paid time that is lost: adds scheduled agents

        Examples:
          centrala erlang --calls 100 --interval 1800 --aht 180 --target 80/20 --patience 120 --shrinkage 0.3
          centrala erlang --load 48 --aht 60 --agents 50 --target 20 --patience 120
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(
            said,
            [
                "load", "calls", "interval", "aht", "agents", "target", "patience", "of", "asa", "max-abandon", "max-occupancy",
                "shrinkage", "trunks", "blocking", "csv",
            ],
            ["staffing", "json"]);
        if (arguments.Has("help") || said.Length == 0) Console.WriteLine(Help);
        else if ((arguments.Text("csv") ?? (arguments.Files is [var named, ..] ? named : null)) is { } file)
        {
            Func<string, string[]> solve =
                arguments.Has("staffing") ? text => [.. StaffingCases.Solve(text)] : text => [.. ErlangCases.Solve(text)];
            foreach (var line in await InputFile.Read(file, solve, stop)) Console.WriteLine(line);
        }
        else Answer.Print(Solve(arguments));

        return 0;
    }

    static object Solve(Arguments arguments)
    {
        var load = LoadOf(arguments);
        if (arguments.Whole("trunks", 0, int.MaxValue) is { } trunks)
        {
            return new { LoadErlang = load, Trunks = trunks, PBlock = ErlangB.Blocking(load, trunks) };
        }
        if (arguments.Number("blocking", 1e-300, 1 - 1e-12) is { } blocking)
        {
            var needed = ErlangB.Trunks(load, blocking);
            return new { LoadErlang = load, Trunks = needed, PBlock = ErlangB.Blocking(load, needed) };
        }

        var order = new ErlangOrder(
            load, Needed(arguments, "aht"), arguments.Number("patience", 1e-6, SecondsMax), Of(arguments.Text("of")),
            Target(arguments), arguments.Number("asa", 1e-9, SecondsMax), arguments.Number("max-abandon", 1e-12, 1 - 1e-12),
            arguments.Number("max-occupancy", 1e-6, 1 - 1e-12));
        var agents = arguments.Whole("agents", 0, int.MaxValue);
        var shrinkage = (decimal)(arguments.Number("shrinkage", 0, 0.999_999) ?? 0);
        return order.Answer(agents ?? order.Smallest(), shrinkage);
    }

    static double LoadOf(Arguments arguments)
    {
        if (arguments.Number("load", 0, LoadMax) is { } load) return load;
        if (arguments.Number("calls", 0, 1e12) is not { } calls)
        {
            throw new ArgumentsException("erlang wants --load, or --calls and --aht (see --help).");
        }
        return calls * Needed(arguments, "aht") / (arguments.Number("interval", 1e-3, SecondsMax) ?? 3600);
    }

    static double Needed(Arguments arguments, string name) => arguments.Number(name, 1e-6, SecondsMax)
        ?? throw new ArgumentsException($"erlang wants --{name} in seconds (see --help).");

    /// <summary>80/20 and 0.8/20 are 80 % within 20 seconds; a number alone is the seconds.</summary>
    static (double? Level, double Within)? Target(Arguments arguments)
    {
        if (arguments.Text("target") is not { } text) return null;
        var parts = text.Split('/');
        var numbers = parts.Select(part =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers switch
        {
            [> 0 and < 1 and var level, >= 0 and <= SecondsMax and var within] => (level, within),
            [> 1 and < 100 and var percent, >= 0 and <= SecondsMax and var within] => (percent / 100, within),
            [> 0 and < 1 and var level] => (level, 20),
            [>= 1 or 0] => (null, numbers[0]),
            _ => throw new ArgumentsException("--target wants share and seconds like 80/20, or seconds."),
        };
    }

    static ServiceLevelOf Of(string? text) => text switch
    {
        null or "offered" => ServiceLevelOf.Offered,
        "answered" => ServiceLevelOf.Answered,
        "without-short-abandons" => ServiceLevelOf.WithoutShortAbandons,
        _ => throw new ArgumentsException("--of wants offered, answered or without-short-abandons."),
    };
}
