using System.Buffers;
using System.Buffers.Binary;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centrala.Server.Tests.Dispatch;

/// <summary>What a program makes of the journal that it finds.</summary>
public sealed class A_start(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;
    SmallFloor floor = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
        await floor.AgentIsAvailable();
        for (var number = 0; number < 10; number++) await floor.Arrives();
        var last = await floor.Arrives();
        await floor.Becomes(last, ContactState.Waiting);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Theory]
    [InlineData("select 1")]
    [InlineData("delete from snapshot")]
    [InlineData("update snapshot set state = set_byte(state, 20, 255)")]
    [InlineData("update snapshot set format = 99")]
    [InlineData("delete from snapshot; update journal set rules = 0")]
    public async Task Has_the_same_state_with_a_snapshot_without_one_and_with_a_damaged_one(string damage)
    {
        var before = await floor.StateHash();
        await centre.App.StopAsync(Cancel);
        await Execute(damage);

        Assert.Equal(before, await Recovered());
    }

    [Theory]
    [InlineData("update journal set events = set_byte(events, 4, 255) where sequence = 5", "Record 5 ")]
    [InlineData("update journal set command = command || '\\x00'::bytea where sequence = 6", "Record 6 ")]
    [InlineData("update journal set at = at + interval '1 second' where sequence = 7", "Record 7 ")]
    [InlineData("delete from journal where sequence = 8", "Record 8 ")]
    [InlineData("delete from journal where sequence = (select max(sequence) from journal)", "ends at record")]
    public async Task Refuses_a_journal_that_is_not_what_was_written(string damage, string names)
    {
        await centre.Restart(async () =>
        {
            await Execute("delete from snapshot");
            await Execute(damage);
        });
        var cell = centre.Service<Cell>();
        await Until.True(() => cell.Status == CellStatus.Damaged);

        Assert.Contains(names, cell.StatusDetail, StringComparison.Ordinal);
        using var client = centre.NewClient();
        var ready = await client.GetAsync("/health/ready", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Holds_on_to_what_was_decided_where_the_rules_would_decide_otherwise_now()
    {
        var before = await floor.StateHash();
        await centre.App.StopAsync(Cancel);
        await Execute("delete from snapshot");
        var last = await ForgeLastCommand(Command.ConfigureTeam(Guid.CreateVersion7()));

        Assert.Equal(before, await Recovered());
        await using var database = new Centrala.Server.Database.Database(centre.Settings.ConnectionString);
        Assert.Equal(last, Assert.Single(await VerifyJournal.Read(database, Cancel)).DecidesOtherwise);
    }

    [Fact]
    public async Task Lets_clocks_run_on_from_where_they_stood()
    {
        var offered = await Offered();
        Assert.Equal(TimeSpan.FromSeconds(45), offered.Deadline - offered.At);

        await centre.Restart(() =>
        {
            centre.Time.Advance(TimeSpan.FromHours(3));
            return Task.CompletedTask;
        });

        var after = await Offered();
        Assert.Equal(TimeSpan.FromSeconds(45), after.Deadline - after.At);
        Assert.Equal(TimeSpan.FromHours(3), after.Deadline - offered.Deadline);
    }

    [Fact]
    public async Task Never_goes_back_in_time()
    {
        var before = await centre.Service<Cell>().Read(view => view.At, Cancel);
        await centre.Restart(() =>
        {
            centre.Time.Advance(TimeSpan.FromHours(-3));
            return Task.CompletedTask;
        });

        Assert.True(await centre.Service<Cell>().Read(view => view.At, Cancel) >= before);
        await Again().Arrives();
    }

    SmallFloor Again() => new(centre.Service<Cell>(), centre.Database);

    Task<(DateTimeOffset At, DateTimeOffset Deadline)> Offered() => centre.Service<Cell>().Read(view =>
    {
        var agent = view.Router.Agent(view.Router.Directory.Agent(floor.Agent))!;
        return (view.At, agent.Work[0].Until!.Value);
    }, Cancel);

    async Task<string> Recovered()
    {
        await using var database = new Centrala.Server.Database.Database(centre.Settings.ConnectionString);
        await using var reign = await Reign.TryBegin(database, Cell.Default, Cancel);
        var recovered = await new Recovery(reign!, NullLogger.Instance).Restore(Cancel);
        return Convert.ToHexString(Snapshot.Hash(recovered.Router));
    }

    /// <summary>Makes the last record one of another command with the same events, its hashes in order.</summary>
    async Task<long> ForgeLastCommand(Command command)
    {
        await using var database = new Centrala.Server.Database.Database(centre.Settings.ConnectionString);
        await using var connection = await database.Owner.OpenConnectionAsync(Cancel);
        var (sequence, at, events, before) = await connection.QuerySingleAsync<(long, DateTime, byte[], byte[])>("""
            select j.sequence, j.at, j.events, p.hash
            from journal j join journal p on p.sequence = j.sequence - 1 order by j.sequence desc limit 1
            """);
        var record = new ArrayBufferWriter<byte>();
        BinaryPrimitives.WriteInt64BigEndian(record.GetSpan(16), sequence);
        BinaryPrimitives.WriteInt64BigEndian(record.GetSpan(16)[8..], at.Ticks);
        record.Advance(16);
        Journal.Write(command, record);
        var bytes = record.WrittenSpan[16..].ToArray();
        record.Write(events);
        var hash = new byte[JournalRecord.HashBytes];
        Journal.Chain(before, record.WrittenSpan, hash);
        await connection.ExecuteAsync(
            "update journal set command = @bytes, hash = @hash where sequence = @sequence; update cell set hash = @hash",
            new { bytes, hash, sequence });
        return sequence;
    }

    async Task Execute(string sql)
    {
        await using var database = new Centrala.Server.Database.Database(centre.Settings.ConnectionString);
        await using var connection = await database.Owner.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(sql);
    }
}
