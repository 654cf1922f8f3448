using Centrala.Server.Dispatch;
using Centrala.Server.Replay;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Replay;

public sealed class The_drift_check(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        await Record(5);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Decides_again_what_was_recorded_since_the_last_time()
    {
        var check = centre.Service<DriftCheck>();
        var first = await check.Check(Cancel);
        await Record(3);
        centre.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await check.Check(Cancel);

        Assert.True(first.IsGood && second.IsGood);
        Assert.Equal((1, first.Last + 1, first.Last + 3), (first.First, second.First, second.Last));
    }

    [Fact]
    public async Task Finds_what_is_decided_otherwise_now()
    {
        // A record whose command leads elsewhere than its events, hashed as if it had been written so.
        await using (var superuser = await postgres.OpenSuperuser(centre.Settings.ConnectionString))
            await superuser.ExecuteAsync("""
                with other as (select command from journal where sequence = 2)
                update journal set command = other.command, hash = sha256((select hash from journal where sequence = 3)
                  || int8send(4) || int8send((extract(epoch from at) * 10000000 + 621355968000000000)::bigint) || other.command || events)
                  from other where sequence = 4
                """);
        var report = await centre.Service<DriftCheck>().Check(Cancel);
        Assert.Equal((4L, null), (report.DecidesOtherwise, report.Damage));
    }

    [Fact]
    public async Task Names_damage()
    {
        await using (var superuser = await postgres.OpenSuperuser(centre.Settings.ConnectionString))
            await superuser.ExecuteAsync("update journal set command = command || '\\x00'::bytea where sequence = 3");
        var report = await centre.Service<DriftCheck>().Check(Cancel);
        Assert.Contains("Record 3 ", report.Damage);
    }

    async Task Record(int records)
    {
        for (var i = 0; i < records; i++)
            await centre.Service<Cell>().Send(CellCommand.ConfigureTeam(Guid.CreateVersion7()), Cancel);
    }
}
