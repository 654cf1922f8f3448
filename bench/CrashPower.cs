using System.Diagnostics;
using Centrala.Server.Database;

namespace Centrala.Bench;

/// <summary>
/// Is anything acknowledged lost when the power fails? The data lie on ext4 in an image file; everything is stopped in
/// its tracks, and the centre goes on from a copy of what had reached the image: what the page cache still held is gone.
/// </summary>
static class CrashPower
{
    const int Cuts = 20;
    const int AcknowledgedBetween = 150;
    const int Port = 18_472;

    public static async Task Measure(Report report)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            report.Note("crash.power_lost: only root may mount an image");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("centrala-power-").FullName;
        var mount = Path.Combine(folder, "mount");
        Directory.CreateDirectory(mount);
        var image = Path.Combine(folder, "image-0");
        await Run("truncate", "-s", "2G", image);
        await Run("mkfs.ext4", "-q", image);
        await Mount(image, mount);
        var lost = 0;
        var ledger = new CrashLedger();
        using var centre = new SeparateCentre(Path.Combine(mount, "data"), Port);
        await centre.Make();
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var told = await CutWhileWorking(centre, ledger, mount, image, Path.Combine(folder, $"image-{cut}"));
            image = Path.Combine(folder, $"image-{cut}");
            await using var postgres = await PrivatePostgres.Start(Path.Combine(mount, "data"), CancellationToken.None);
            await using var database = new Database(postgres.ConnectionString);
            lost += (await told.Compare(database)).Lost;
        }
        await Run("umount", mount);
        Directory.Delete(folder, recursive: true);
        report.Note($"{Cuts} power cuts, {ledger.Acknowledged:N0} acknowledged");
        report.Figure("crash.power_lost", lost, "", atMost: 0);
    }

    /// <returns>What had been acknowledged when the power failed.</returns>
    static async Task<CrashLedger> CutWhileWorking(
        SeparateCentre centre, CrashLedger ledger, string mount, string image, string copy)
    {
        centre.StartServer();
        await using var load = new CrashLoad(centre.Address, ledger);
        await load.Acknowledge(AcknowledgedBetween);
        await centre.Freeze();
        var told = ledger.Copy();
        await Run("cp", "--sparse=always", image, copy);
        await load.DisposeAsync();
        await centre.EndFrozen();
        await Run("umount", mount);
        File.Delete(image);
        await Mount(copy, mount);
        return told;
    }

    /// <summary>A long commit interval: what nobody has asked to be written stays in memory, and is lost.</summary>
    static Task Mount(string image, string folder) => Run("mount", "-o", "loop,commit=300", image, folder);

    static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }
}
