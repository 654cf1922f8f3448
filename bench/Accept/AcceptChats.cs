using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Centrala.Server.Chat;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Centrala.Bench.Accept;

/// <summary>
/// What durability costs at the door: a new chat with its first message over HTTP, acknowledged after the commit of its
/// conversation, its message and its arrival, while the cell routes what comes in. Beside it two twins: one whose commits, the
/// cell's included, are completed tasks, one that makes a transaction of its own for each chat. All three run alternately.
/// </summary>
static class AcceptChats
{
    const int Connections = 64;
    const int Pairs = 5;

    /// <summary>Warm is what the compiler spends less than this share of its time on.</summary>
    const double CompilingMax = 0.05;

    /// <summary>Beyond that many tries a server counts as warm: on a busy machine the compiler waits for its turn.</summary>
    const int WarmUpsMax = 8;

    static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    public static async Task Measure(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-accept-").FullName;
        try
        {
            await using var postgres = await PrivatePostgres.Start(folder, CancellationToken.None);
            await using var durable = await Start(postgres, folder, "durable", null);
            await using var inMemory = await Start(postgres, folder, "in_memory", null, inMemory: true);
            await using var single = await Start(postgres, folder, "single", services => new NewConversations(
                (item, cancel) => KeepOne(services, item, cancel)));
            await using var superuser = NpgsqlDataSource.Create(postgres.SuperuserConnectionString);
            await Compare(report, new CpuMeter(superuser), durable, inMemory, single);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task Compare(
        Report report, CpuMeter cpu, AcceptServer durable, AcceptServer inMemory, AcceptServer single)
    {
        foreach (var server in (AcceptServer[])[durable, inMemory, single]) await WarmUp(server, report, cpu);
        var (ofMemory, timesSingle, rates, ms) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            var memory = await Rate(inMemory, report, cpu);
            var kept = await Rate(durable, report, cpu);
            var one = await Rate(single, report, cpu);
            ofMemory.Add(kept.PerSecond / memory.PerSecond);
            timesSingle.Add(kept.PerSecond / one.PerSecond);
            rates.Add(kept.PerSecond);
            ms.AddRange(kept.Ticks.Select(ticks => ticks * 1e3 / Stopwatch.Frequency));
            report.Note($"pair {pair + 1}: in memory {memory.PerSecond:N0}/s, durable {kept.PerSecond:N0}/s, "
                + $"one transaction each {one.PerSecond:N0}/s");
        }
        report.Figure("accept.share_of_in_memory", Quantiles.Median(ofMemory), "", atLeast: 0.3);
        report.Figure("accept.times_single_insert", Quantiles.Median(timesSingle), "", atLeast: 4);
        report.Figure("accept.durable_per_second", Quantiles.Median(rates), "1/s");
        report.Figure("accept.durable_p99_ms", Quantiles.At(ms, 0.99), "ms");
    }

    /// <summary>Until the program is compiled as it stays, and the database knows how large its tables are.</summary>
    static async Task WarmUp(AcceptServer server, Report report, CpuMeter cpu)
    {
        for (var i = 0; i < WarmUpsMax; i++)
        {
            var compiled = JitInfo.GetCompilationTime();
            await Rate(server, report, cpu);
            await server.CountRows();
            var share = (JitInfo.GetCompilationTime() - compiled) / Measured;
            report.Note(string.Create(CultureInfo.InvariantCulture, $"{server.Name}: compiling took {share:P0} of the time"));
            if (share < CompilingMax) return;
        }
    }

    static async Task<(double PerSecond, List<long> Ticks)> Rate(AcceptServer server, Report report, CpuMeter cpu)
    {
        var before = await cpu.Read();
        var rate = await new AcceptLoad(server.Address, AcceptServer.Key, Connections).Run(Measured);
        var after = await cpu.Read();
        await server.Settle();
        report.Note($"{server.Name}: processor time a chat: {CpuMeter.Text(before, after, rate.Ticks.Count)}; "
            + $"and until all is settled: {CpuMeter.Text(after, await cpu.Read(), rate.Ticks.Count)}");
        return rate;
    }

    static async Task<AcceptServer> Start(
        PrivatePostgres postgres, string folder, string name, Func<IServiceProvider, NewConversations>? keep, bool inMemory = false)
    {
        await using var source = NpgsqlDataSource.Create(postgres.SuperuserConnectionString);
        await using var command = source.CreateCommand($"create database {name} owner centrala");
        await command.ExecuteNonQueryAsync();
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name }.ConnectionString;
        return await AcceptServer.Start(name, connection, Path.Combine(folder, name), keep, inMemory);
    }

    static async Task<StoredConversation> KeepOne(IServiceProvider services, NewConversation item, CancellationToken cancel) =>
        (await NewConversations.StoreBatch(
            services.GetRequiredService<Database>(), services.GetRequiredService<Cell>(), [item], cancel))[0];
}
