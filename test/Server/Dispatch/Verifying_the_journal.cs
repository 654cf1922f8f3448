using Centrala.Server.Dispatch;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Dispatch;

public sealed class Verifying_the_journal(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        for (var i = 0; i < 5; i++)
            await centre.Service<Cell>().Send(CellCommand.ConfigureTeam(Guid.CreateVersion7()), Cancel);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Finds_every_record_as_it_was_written_and_decided()
    {
        var cell = Assert.Single(await VerifyJournal.Read(centre.Database, Cancel));
        Assert.True(cell.Records >= 5);
        Assert.Null(cell.DecidesOtherwise);
    }

    [Theory]
    [InlineData("update journal set events = events || '\\x00' where sequence = 3")]
    [InlineData("update journal set at = at + interval '1 second' where sequence = 3")]
    [InlineData("delete from journal where sequence = 3")]
    [InlineData("delete from journal where sequence = (select max(sequence) from journal)")]
    public async Task Finds_a_record_that_was_tampered_with(string tampering)
    {
        await using (var superuser = await postgres.OpenSuperuser(centre.Settings.ConnectionString))
            Assert.Equal(1, await superuser.ExecuteAsync(tampering));
        await Assert.ThrowsAsync<DamagedJournalException>(() => VerifyJournal.Read(centre.Database, Cancel));
    }
}
