using System.Diagnostics;
using System.Globalization;
using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Tests.Database;

/// <summary>Always the engine that comes with the program, whichever server the other tests run on.</summary>
public sealed class A_private_database : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("centrala-pg-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Keeps_its_data_between_two_starts()
    {
        await using (var first = await Start(folder)) await Run(first, "create table kept as select 1 as one");
        await using var second = await Start(folder);
        Assert.Equal(1, await Ask<int>(second, "select one from kept"));
    }

    [Fact]
    public async Task Is_started_again_when_it_is_killed_and_loses_nothing_committed()
    {
        await using var postgres = await Start(folder);
        await Run(postgres, "create table kept as select 1 as one");

        var killed = Postmaster();
        Process.GetProcessById(killed).Kill();

        await Eventually(async () => Postmaster() != killed && await Ask<int>(postgres, "select one from kept") == 1);
    }

    [Fact]
    public async Task That_a_crash_left_running_is_adopted_by_the_next_start()
    {
        await using var postgres = await Start(folder);
        var running = Postmaster();
        postgres.Abandon();

        await using var next = await Start(folder);
        Assert.Equal(running, Postmaster());
        Assert.Equal(1, await Ask<int>(next, "select 1"));
    }

    [Fact]
    public async Task Starts_although_a_stranger_has_the_number_in_its_lock_file()
    {
        await using (var postgres = await Start(folder)) await Run(postgres, "create table kept as select 1 as one");
        var pidFile = Directory.EnumerateDirectories(Path.Combine(folder, "postgres")).Single() + "/postmaster.pid";
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}\n{folder}\n0\n5432\n", Cancel);

        await using var again = await Start(folder);
        Assert.Equal(1, await Ask<int>(again, "select one from kept"));
    }

    [Fact]
    public async Task Belongs_to_one_program_at_a_time()
    {
        await using var postgres = await Start(folder);
        var refused = await Assert.ThrowsAsync<PrivatePostgresException>(() => Start(folder));
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await PrivatePostgres.ConnectionStringOfRunning(folder, Cancel));
    }

    [Fact]
    public async Task Listens_although_its_folder_is_longer_than_a_socket_address()
    {
        await using var postgres = await Start(Path.Combine(folder, new string('x', 120)));
        Assert.Equal(1, await Ask<int>(postgres, "select 1"));
    }

    [Fact]
    public async Task Gives_the_program_no_superuser_and_orders_text_by_code_point()
    {
        await using var postgres = await Start(folder);
        Assert.False(await Ask<bool>(postgres, "select usesuper from pg_user where usename = current_user"));
        Assert.Equal("Z,a,Ł", await Ask<string>(postgres,
            "select string_agg(w, ',' order by w) from (values ('a'), ('Ł'), ('Z')) as words(w)"));
        Assert.Equal("łódź", await Ask<string>(postgres, "select lower('ŁÓDŹ')"));
    }

    static Task<PrivatePostgres> Start(string folder) => PrivatePostgres.Start(folder, Cancel);

    int Postmaster()
    {
        var pidFile = Directory.EnumerateDirectories(Path.Combine(folder, "postgres")).Single() + "/postmaster.pid";
        return File.Exists(pidFile) ? int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture) : 0;
    }

    static async Task Eventually(Func<Task<bool>> holds)
    {
        var giveUp = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await holds()) return;
            }
            catch (NpgsqlException) when (giveUp.Elapsed < TimeSpan.FromSeconds(60))
            {
                // Still down.
            }
            Assert.True(giveUp.Elapsed < TimeSpan.FromSeconds(60), "It never held.");
            await Task.Delay(50, Cancel);
        }
    }

    static async Task Run(PrivatePostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    static async Task<T> Ask<T>(PrivatePostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
