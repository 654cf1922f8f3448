using Centrala.Server.Database;
using Centrala.Server.Host;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Database;

public sealed class Migrating(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applies_each_file_once_however_many_programs_start_together()
    {
        var connection = await postgres.CreateEmptyDatabase();
        await using var first = new Centrala.Server.Database.Database(connection);
        await using var second = new Centrala.Server.Database.Database(connection);

        var applied = await Task.WhenAll(
            Migrations.Apply(first, Modules.All, Cancel), Migrations.Apply(second, Modules.All, Cancel));

        Assert.Equal(0, applied.Min());
        Assert.True(applied.Max() > 0);
        Assert.Equal(0, await Migrations.Apply(first, Modules.All, Cancel));
    }

    [Fact]
    public async Task Refuses_a_database_whose_files_had_another_text()
    {
        await using var database = new Centrala.Server.Database.Database(await postgres.CreateDatabase());
        await using (var owner = await database.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync("update migration set hash = '\\x00' where module = 'Database'");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Migrations.Apply(database, Modules.All, Cancel));
        Assert.Contains("001-principals.sql", refused.Message, StringComparison.Ordinal);
    }
}
