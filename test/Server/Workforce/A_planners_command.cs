using Centrala.Server.Host;

namespace Centrala.Server.Tests.Workforce;

/// <summary>The commands as a planner types them; each writes to files of its own.</summary>
public sealed class A_planners_command : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("centrala-planner-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Plans_a_cover_and_finds_it_whole()
    {
        var (need, plan) = (Write("need.json", """
            { "required": [2, 3, 2], "shifts": [{ "id": "L", "slots": [0, 1, 2], "paid": 3 }, { "id": "S", "slots": [1], "paid": 1 }] }
            """), Path.Combine(folder, "plan.csv"));
        Assert.Equal(0, await CommandLine.Run(["schedule", need, "--seconds", "2", "--out", plan]));
        Assert.Equal("L,2\nS,1\n", await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Compares_an_earlier_forecast_with_what_came()
    {
        var rows = string.Concat(Enumerable.Range(0, 2).Select(day => $"2026-01-0{5 + day},09:00,{10 + day}\n"));
        var (series, earlier) = (Write("series.csv", "date,start,value\n" + rows), Write("earlier.json", """
            { "method": "mean of 4", "forecast": [{ "date": "2026-01-06", "start": "09:00", "value": 9, "low": 5, "high": 12 }] }
            """));
        Assert.Equal(0, await CommandLine.Run(["forecast", series, "--compare", earlier]));
        Assert.Equal(2, await CommandLine.Run(["forecast", series, "--compare", Write("other.json", "{}")]));
        Assert.Equal(2, await CommandLine.Run(["forecast", series, "--compare", Write("later.json", """
            { "method": "m", "forecast": [{ "date": "2027-01-06", "start": "09:00", "value": 9 }] }
            """)]));
    }

    [Theory]
    [InlineData("schedule")]
    [InlineData("forecast")]
    public async Task Helps(string command) => Assert.Equal(0, await CommandLine.Run([command, "--help"]));

    [Theory]
    [InlineData("schedule", "nowhere.txt")]
    [InlineData("schedule", "check", "only-one.txt")]
    [InlineData("forecast", "nowhere.csv")]
    [InlineData("forecast", "a.csv", "--from", "2026-01-01")]
    [InlineData("forecast", "--wizard")]
    public async Task Says_2_when_it_is_not_understood(params string[] arguments) =>
        Assert.Equal(2, await CommandLine.Run(arguments));

    [Theory]
    [InlineData("date,start,calls\n2026-01-05,09:00,-3\n")]
    [InlineData("t,value\n1,2\n2,3\n")]
    public async Task Says_2_to_a_series_that_cannot_be_forecast(string text) =>
        Assert.Equal(2, await CommandLine.Run(["forecast", Write("series.csv", text)]));

    string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
