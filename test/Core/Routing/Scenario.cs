using Centrala.Core.Routing;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// Runs a script that a supervisor could read. Lines: <c>queue NAME options</c>, <c>agent NAME options</c>, <c>cell
/// options</c>, or
/// <c>HH:MM:SS what happens =&gt; what comes of it</c>. What comes of it is compared word for word; left out, it is not
/// compared.
/// </summary>
/// <remarks>
/// After every line the invariants are checked; at the end the replayed events must give the same state.
/// </remarks>
static class Scenario
{
    public static void Run(string script)
    {
        var floor = new ScenarioFloor();
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("//", StringComparison.Ordinal)) continue;
            if (char.IsAsciiDigit(line[0])) Happen(floor, line);
            else ScenarioSettings.Apply(floor, line);
        }

        AssertReplayIsTheSame(floor);
    }

    static void Happen(ScenarioFloor floor, string line)
    {
        var parts = line.Split("=>", 2, StringSplitOptions.TrimEntries);
        var at = parts[0][..8];
        floor.MoveTo(TimeSpan.Parse(at, null));
        var told = ScenarioHappening.Do(floor, parts[0][8..].Trim());
        if (parts.Length == 2) Assert.Equal($"{at}  {parts[1]}", $"{at}  {(told == "" ? "nothing" : told)}");
        Assert.Equal(string.Empty, $"{string.Join('\n', Invariants.Check(floor.Router).Select(broken => $"{line}: {broken}"))}");
    }

    static void AssertReplayIsTheSame(ScenarioFloor floor)
    {
        var replayed = new Router();
        foreach (var happened in floor.Journal) replayed.Evolve(happened);
        Assert.Equal(Snapshot.Hash(floor.Router), Snapshot.Hash(replayed));
    }
}
