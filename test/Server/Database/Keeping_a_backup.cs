using System.IO.Compression;
using System.Text.Json;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Host;
using Centrala.Testing;
using Dapper;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Tests.Database;

public sealed class Keeping_a_backup(PostgresServer postgres) : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("centrala-backup-").FullName;
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string BackupFile => Path.Combine(folder, "centrala.zip");

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        var person = await centre.AddPerson(["agent", "lead"]);
        (await centre.SignIn(person)).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Of_a_running_centre_and_restoring_it_makes_no_difference()
    {
        var written = await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        Assert.Contains(written.Tables, table => table is { Name: "person", Rows: > 0 });
        Assert.NotEmpty(written.Files);

        await using var other = new Db(await postgres.CreateEmptyDatabase());
        var otherFolder = Path.Combine(folder, "data");
        await Read(other, otherFolder);

        var again = await Write(other, otherFolder, BackupFile + ".again");
        Assert.Equal(JsonSerializer.Serialize(written with { At = default }), JsonSerializer.Serialize(again with { At = default }));
    }

    [Fact]
    public async Task Brings_the_installations_key_back_for_nobody_elses_eyes()
    {
        await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        await using var other = new Db(await postgres.CreateEmptyDatabase());
        var otherFolder = Path.Combine(folder, "data");
        await Read(other, otherFolder);

        var key = Path.Combine(otherFolder, InstallationKey.FileName);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(centre.Settings.DataFolder, InstallationKey.FileName), Cancel),
            await File.ReadAllBytesAsync(key, Cancel));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public async Task Leaves_every_guard_of_the_tables_as_it_was()
    {
        await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        await using var other = new Db(await postgres.CreateEmptyDatabase());
        await Read(other, Path.Combine(folder, "data"));

        Assert.Equal(await Guards(centre.Database), await Guards(other));
    }

    [Fact]
    public async Task Refuses_a_damaged_file_and_leaves_nothing_behind()
    {
        await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        await using (var zip = await ZipFile.OpenAsync(BackupFile, ZipArchiveMode.Update, Cancel))
        {
            zip.GetEntry("tables/session.copy")!.Delete();
            await using var other = await zip.CreateEntry("tables/session.copy").OpenAsync(Cancel);
        }

        await using var empty = new Db(await postgres.CreateEmptyDatabase());
        var dataFolder = Path.Combine(folder, "data");
        var refused = await Assert.ThrowsAsync<BackupException>(() => Read(empty, dataFolder));

        Assert.Contains("session", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(dataFolder) && Directory.EnumerateFiles(dataFolder).Any());
        await using var login = await empty.Login.OpenConnectionAsync(Cancel);
        Assert.True(await login.QuerySingleAsync<bool>("select to_regnamespace('centrala') is null"));
    }

    [Fact]
    public async Task Refuses_to_restore_over_a_centre_or_to_write_over_a_file()
    {
        await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        await Assert.ThrowsAsync<BackupException>(() => Write(centre.Database, centre.Settings.DataFolder, BackupFile));

        var refused = await Assert.ThrowsAsync<BackupException>(() => Read(centre.Database, Path.Combine(folder, "data")));
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_is_no_backup()
    {
        await File.WriteAllTextAsync(BackupFile, "no archive", Cancel);
        await using var empty = new Db(await postgres.CreateEmptyDatabase());
        await Assert.ThrowsAsync<BackupException>(() => Read(empty, folder));
    }

    [Fact]
    public async Task Lets_nobody_else_read_the_file()
    {
        await Write(centre.Database, centre.Settings.DataFolder, BackupFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupFile));
    }

    static Task<BackupManifest> Write(Db database, string dataFolder, string file) =>
        Backup.Write(database, dataFolder, file, TimeProvider.System, Cancel);

    Task<BackupManifest> Read(Db database, string dataFolder) =>
        Restore.Read(database, Modules.All, dataFolder, BackupFile, Cancel);

    static async Task<string> Guards(Db database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        return await owner.QuerySingleAsync<string>("""
            select coalesce(string_agg(line, E'\n' order by line), '') from (
              select relname || ' ' || relrowsecurity || relforcerowsecurity as line from pg_class
              where relnamespace = 'centrala'::regnamespace and relkind in ('r', 'p')
              union all
              select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
              where connamespace = 'centrala'::regnamespace
              union all
              select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger
              where not tgisinternal) as guards
            """);
    }
}
