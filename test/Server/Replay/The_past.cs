using System.Diagnostics;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Replay;
using Centrala.Server.Tests.Dispatch;
using Centrala.Testing;

namespace Centrala.Server.Tests.Replay;

/// <summary>A small floor whose state is remembered after each of some steps, a second apart.</summary>
public sealed class The_past(PostgresServer postgres) : IAsyncLifetime
{
    readonly List<(DateTimeOffset At, string State)> remembered = [];
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        await Work(15);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Can_be_seen_at_any_instant()
    {
        foreach (var (at, state) in remembered) Assert.Equal(state, await StateAt(at));
    }

    [Fact]
    public async Task Can_be_seen_across_snapshots_and_restarts()
    {
        await Restart();
        await Work(5);
        await Restart();
        foreach (var (at, state) in remembered) Assert.Equal(state, await StateAt(at));
        await using var connection = await centre.Database.Writer.OpenConnectionAsync(Cancel);
        Assert.True((await PastFloor.At(connection, Cell.Default, remembered[^1].At, Cancel)).SnapshotAt > 0);
    }

    [Fact]
    public async Task Is_empty_before_the_first_record()
    {
        Assert.Equal(Convert.ToHexString(Snapshot.Hash(new Router())), await StateAt(remembered[0].At.AddDays(-1)));
    }

    /// <summary>The machine's language, time zone and compiler have no say in what is decided.</summary>
    [Fact]
    public async Task Is_the_same_in_every_process()
    {
        string[][] surroundings =
        [
            ["LANG=en_US.UTF-8", "TZ=UTC"],
            ["LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Europe/Istanbul"],
            ["LANG=pl_PL.UTF-8", "TZ=Pacific/Chatham", "DOTNET_TieredCompilation=0"],
            ["LANG=C", "TZ=America/St_Johns", "DOTNET_TieredPGO=0", "DOTNET_ReadyToRun=0"],
        ];
        var told = await Task.WhenAll(surroundings.Select(Replayed));

        Assert.Contains("as written and as decided. State ", told[0]);
        Assert.All(told, one => Assert.Equal(told[0], one));
    }

    Task Restart()
    {
        centre.Time.Advance(TimeSpan.FromSeconds(1)); // A start records things of its own; they are later than what is remembered.
        return centre.Restart();
    }

    async Task Work(int steps)
    {
        var floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        centre.Time.Advance(TimeSpan.FromSeconds(1));
        await floor.Open();
        await floor.AgentIsAvailable();
        for (var step = 0; step < steps; step++)
        {
            centre.Time.Advance(TimeSpan.FromSeconds(1));
            var contact = Guid.CreateVersion7();
            await floor.Do(floor.Arrival(contact));
            if (await floor.StateOf(contact) == ContactState.Offered) await floor.Do(CellCommand.AcceptOffer(contact, floor.Agent));
            var at = await centre.Service<Cell>().Read(view => view.Router.At, Cancel);
            remembered.Add((at, await floor.StateHash()));
        }
    }

    async Task<string> StateAt(DateTimeOffset at)
    {
        await using var connection = await centre.Database.Writer.OpenConnectionAsync(Cancel);
        return (await PastFloor.At(connection, Cell.Default, at, Cancel)).State;
    }

    async Task<string> Replayed(string[] surroundings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PastFloor).Assembly.Location, "replay"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CENTRALA_DATABASE"] = centre.Settings.ConnectionString;
        foreach (var pair in surroundings) start.Environment[pair.Split('=')[0]] = pair.Split('=')[1];
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return await output + await error;
    }
}
