using Centrala.Server.Database;

namespace Centrala.Bench;

/// <summary>Is anything lost or doubled when the server, PostgreSQL, or both are killed under load, again and again?</summary>
static class CrashKills
{
    const int Kills = 50;

    /// <summary>Between two kills, so that each hits a working centre.</summary>
    const int AcknowledgedBetween = 60;

    const int Port = 18_471;

    public static async Task Measure(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-crash-").FullName;
        var ledger = new CrashLedger();
        var slowest = TimeSpan.Zero;
        using (var centre = new SeparateCentre(folder, Port))
        {
            await centre.Make();
            centre.StartServer();
            await using var load = new CrashLoad(centre.Address, ledger);
            for (var kill = 0; kill < Kills; kill++)
            {
                await load.Acknowledge(AcknowledgedBetween);
                var took = await Kill(centre, load, kill % 3);
                if (took > slowest) slowest = took;
            }
            await load.Acknowledge(AcknowledgedBetween);
            await load.DisposeAsync();
            await centre.StopServer();
        }

        await using (var postgres = await PrivatePostgres.Start(folder, CancellationToken.None))
        await using (var database = new Database(postgres.ConnectionString))
        {
            var (lost, duplicated) = await ledger.Compare(database);
            report.Note($"{Kills} kills, {ledger.Acknowledged:N0} acknowledged");
            report.Figure("crash.lost", lost, "", atMost: 0);
            report.Figure("crash.duplicated", duplicated, "", atMost: 0);
            report.Figure("crash.first_accept_seconds", slowest.TotalSeconds, "s", atMost: 5);
        }
        Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".log");
    }

    /// <returns>From the kill (of PostgreSQL alone) or the new start until the next acknowledgement.</returns>
    static async Task<TimeSpan> Kill(SeparateCentre centre, CrashLoad load, int whom)
    {
        if (whom != 1) centre.KillServer();
        if (whom != 0) centre.KillPostgres();
        var accepted = load.FirstAccept();
        if (whom != 1) centre.StartServer();
        return await accepted.WaitAsync(TimeSpan.FromMinutes(2));
    }
}
