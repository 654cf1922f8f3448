using Centrala.Server.Desk;
using Centrala.Server.WhatIf;
using Centrala.Server.Workforce;

namespace Centrala.Server.Host;

/// <summary>The command <c>simulate</c>: a scenario, or (<c>--day</c>) a day of this installation.</summary>
static class TryOut
{
    static readonly string[] ofDay = ["day", "zone", "change"];

    public static Task<int> Run(string[] said, CancellationToken stop)
    {
        if (said.Any(word => word is "--day" || word.StartsWith("--day=", StringComparison.Ordinal))) return Relive(said, stop);
        if (said.Any(word => word is "--help" or "-h")) Console.WriteLine(RelivePast.Help + "\n");
        return SimulateScenario.Run(said, stop);
    }

    static async Task<int> Relive(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, [.. ofDay, .. Options.Names], ["json"]);
        if (arguments.Has("help"))
        {
            Console.WriteLine(RelivePast.Help);
            return 0;
        }
        if (arguments.Files is not []) throw new ArgumentsException("simulate --day wants no SCENARIO.yaml (see --help).");
        var date = arguments.Date("day")!.Value;
        var zone = Zone(arguments.Text("zone") ?? "UTC");
        await using var postgres = await OpenDatabase.Of(Options.Of(arguments, Environment.GetEnvironmentVariable), stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        var book = await NameBook.Read(database, DateTimeOffset.UtcNow, stop);
        if (await RelivePast.Answer(database, book, date, zone, arguments.Text("change"), stop) is not { } answer)
        {
            await Console.Error.WriteLineAsync($"centrala: Nothing was recorded on {date:yyyy-MM-dd} ({zone.Id}).");
            return 1;
        }
        DayText.Print(answer, book, arguments.Has("json"));
        return answer.FirstDifference is null ? 0 : 1;
    }

    static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new ArgumentsException("--zone wants a time zone like Europe/Warsaw.");
}
