using System.Diagnostics;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Foundation;
using Centrala.Server.Host;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using Directory = System.IO.Directory;

namespace Centrala.Bench;

/// <summary>
/// How fast does a cell's writer take what waits? Arrivals lie in the inbox; counted until the last of them is decided,
/// stored and deleted. It has to keep up with what the web tier accepts.
/// </summary>
static class DispatchWriter
{
    const int Arrivals = 20_000;

    /// <summary>Commands of one person who waits for each answer: the price of a decision with nobody beside.</summary>
    const int Commands = 1_000;

    public static async Task Measure(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-writer-").FullName;
        await using (var postgres = await PrivatePostgres.Start(folder, CancellationToken.None))
        {
            await using var database = new Server.Database.Database(postgres.ConnectionString);
            await Migrations.Apply(database, Modules.All, CancellationToken.None);
            var settings = new Settings { ConnectionString = postgres.ConnectionString, DataFolder = folder };
            using var cell = new Cell(NullLogger<Cell>.Instance);
            using var host = new CellHost(cell, database, settings, NullLogger<CellHost>.Instance);
            var queue = await FillInbox(database);

            var started = Stopwatch.GetTimestamp();
            var busyBefore = Environment.CpuUsage.TotalTime;
            await host.StartAsync(CancellationToken.None);
            while (await IsLeft(database)) await Task.Delay(20);
            report.Figure("dispatch.arrivals_per_second", Arrivals / Stopwatch.GetElapsedTime(started).TotalSeconds, "1/s");
            report.Figure("dispatch.program_us_per_arrival", (Environment.CpuUsage.TotalTime - busyBefore).TotalMicroseconds / Arrivals, "µs");
            report.Figure("dispatch.database_us_per_arrival", (await WritersTime(database)).TotalMicroseconds / Arrivals, "µs");
            report.Note($"{await cell.Read(view => view.Router.Queue(view.Router.Directory.Queue(queue))!.Waiting, default)} wait");
            await MeasureCommands(report, cell);
            await host.StopAsync(CancellationToken.None);
        }
        Directory.Delete(folder, recursive: true);
    }

    static async Task<Guid> FillInbox(Server.Database.Database database)
    {
        var (partner, queue) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        byte[][] commands =
        [
            Inbox.Encoded(CellCommand.ConfigurePartner(partner)),
            Inbox.Encoded(CellCommand.ConfigureQueue(new QueueSettings { Id = queue, Partner = partner })),
            .. Enumerable.Range(0, Arrivals).Select(_ => Inbox.Encoded(CellCommand.Arrive(
                new Arrival { Id = Guid.CreateVersion7(), Queue = 0, Channel = Channel.Chat, ArrivedAt = default }, queue))),
        ];
        await using var command = database.Owner.CreateCommand("insert into inbox (cell, command) select 1, c from unnest($1) c");
        command.Parameters.Add(new() { Value = commands, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync();
        return queue;
    }

    static async Task<bool> IsLeft(Server.Database.Database database)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>("select exists (select from inbox)");
    }

    /// <summary>Processor time of the database's process behind the writer: no neighbour can move it as far as the clock.</summary>
    static async Task<TimeSpan> WritersTime(Server.Database.Database database)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var pid = await connection.ExecuteScalarAsync<int>("select pid from pg_locks where locktype = 'advisory' limit 1");
        return Process.GetProcessById(pid).TotalProcessorTime;
    }

    static async Task MeasureCommands(Report report, Cell cell)
    {
        var took = new double[Commands];
        for (var command = 0; command < Commands; command++)
        {
            var started = Stopwatch.GetTimestamp();
            await cell.Send(CellCommand.ConfigureTeam(Guid.CreateVersion7()), CancellationToken.None);
            took[command] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(took);
        report.Figure("dispatch.command_p50_ms", took[Commands / 2], "ms");
        report.Figure("dispatch.command_p99_ms", took[Commands * 99 / 100], "ms");
    }
}
