using System.Diagnostics;
using System.Globalization;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Foundation;
using Centrala.Server.Host;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Bench;

/// <summary>A centre with one queue and one widget in a process of its own, run as people run it, and stopped or killed.</summary>
sealed class SeparateCentre(string dataFolder, int port) : IDisposable
{
    public const string WidgetKey = "bench-widget";

    Process? server;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>Makes the centre, with nothing running afterwards.</summary>
    public async Task Make()
    {
        await using var postgres = await PrivatePostgres.Start(dataFolder, CancellationToken.None);
        var settings = new Settings { ConnectionString = postgres.ConnectionString, DataFolder = dataFolder, Port = 0 };
        await using var app = await CentralaHost.Build(settings, CancellationToken.None);
        await app.StartAsync();
        var (partner, queue) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var cell = app.Services.GetRequiredService<Cell>();
        foreach (var command in (CellCommand[])[
            CellCommand.ConfigurePartner(partner), CellCommand.ConfigureQueue(new() { Id = queue, Partner = partner })])
            await cell.Send(command, CancellationToken.None);
        await AddRows(app.Services.GetRequiredService<Database>(), partner, queue);
        await app.StopAsync();
    }

    /// <summary>Returns at once; the program answers later. What it says goes to a file beside the data.</summary>
    public void StartServer() => server = Process.Start("sh",
        ["-c", "log=$1; shift; exec dotnet \"$@\" >> \"$log\" 2>&1", "sh", dataFolder + ".log",
            Program(), "run", "--data", dataFolder, "--port", $"{port}",
            "--trusted-proxies", "127.0.0.0/8"]);

    /// <summary>As the kernel kills: nothing is flushed, nobody is told.</summary>
    public void KillServer()
    {
        server!.Kill();
        server.WaitForExit();
    }

    /// <summary>Memory that the program occupies, PostgreSQL's apart.</summary>
    public long ServerResidentBytes
    {
        get
        {
            server!.Refresh();
            return server.WorkingSet64;
        }
    }

    public void KillPostgres() => Process.GetProcessById(Postmaster()).Kill();

    /// <summary>The program and all of PostgreSQL's processes stand still, as at a power cut.</summary>
    public async Task Freeze() => await Signal("STOP", [server!.Id, .. PostgresProcesses()]);

    /// <summary>Ends what was frozen, without a last word.</summary>
    public async Task EndFrozen()
    {
        await Signal("KILL", [server!.Id, .. PostgresProcesses()]);
        await server.WaitForExitAsync();
        while (PostgresProcesses().Count > 0) await Task.Delay(20);
    }

    public async Task StopServer()
    {
        await Signal("TERM", [server!.Id]);
        await server.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (server is { HasExited: false }) KillServer();
        server?.Dispose();
    }

    /// <summary>What the door built, compiled as people get it.</summary>
    /// <exception cref="FileNotFoundException">It was not built: <c>./centrala build</c>.</exception>
    public static string Program()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "artifacts", "program", "centrala.dll");
            if (File.Exists(program)) return program;
        }
        throw new FileNotFoundException("The program is not built: ./centrala build makes it.");
    }

    int Postmaster() => int.Parse(
        File.ReadLines(Path.Combine(Directory.EnumerateDirectories(Path.Combine(dataFolder, "postgres")).Single(),
            "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>By the folder that they work in, so that nobody else's are meant.</summary>
    List<int> PostgresProcesses()
    {
        var cluster = Directory.EnumerateDirectories(Path.Combine(dataFolder, "postgres")).Single();
        return [.. Process.GetProcessesByName("postgres")
            .Where(process => new FileInfo($"/proc/{process.Id}/cwd").LinkTarget == cluster).Select(process => process.Id)];
    }

    static async Task Signal(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", ["-" + signal, .. processes.Select(id => $"{id}")]);
        await kill.WaitForExitAsync();
    }

    static async Task AddRows(Database database, Guid partner, Guid queue)
    {
        await using var owner = await database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync("""
            insert into partner (id, name, colour, languages, last_edit) values (@partner, 'Slumber', '#0b6e6e', '{en}', '');
            insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection, auto_accept,
              target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds, skips_empty_steps, when_full,
              when_closed, on_closing, last_edit)
            values (@queue, @partner, 'Chats', '{chat}', 'any', 0, 1000, 1000000, 'longest-idle', false, 20, 8000, 3600, 3600,
              false, 'end', 'take-message', 'none', '');
            insert into widget (id, key, partner_id, name, colour, languages, queue_id, origins, name_field, email_field,
              consent, files_per_message)
            values (@widget, @WidgetKey, @partner, 'Bench', '#0b6e6e', '{en}', @queue, '{*}', 'optional', 'optional', false, 0);
            """, new { partner, queue, widget = Guid.CreateVersion7(), WidgetKey });
    }
}
