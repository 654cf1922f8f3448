using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>Puts a backup into an empty database and data folder, all of it or nothing.</summary>
static class Restore
{
    /// <exception cref="BackupException">The backup is damaged or newer than the program, or something is there already.</exception>
    public static async Task<BackupManifest> Read(
        Database database, IReadOnlyList<IModule> modules, string dataFolder, string file, CancellationToken cancel)
    {
        await using var zip = await OpenArchive(file, cancel);
        var manifest = await ReadManifest(zip, cancel);
        RequireKnownSchema(manifest, modules);
        RequireFreeFiles(manifest, dataFolder);
        await RequireEmpty(database, cancel);
        Directory.CreateDirectory(dataFolder);

        try
        {
            await Migrations.Apply(database, modules, cancel, manifest.Migrations.ToHashSet());
            await ReadAll(database, zip, manifest, dataFolder, cancel);
            return manifest;
        }
        catch
        {
            // What was there before was nothing.
            foreach (var left in manifest.Files.Select(file => InFolder(dataFolder, file.Path)).Where(File.Exists)) File.Delete(left);
            await using var owner = await database.Owner.OpenConnectionAsync(CancellationToken.None);
            await owner.ExecuteAsync("drop schema if exists centrala cascade");
            throw;
        }
    }

    static async Task ReadAll(
        Database database, ZipArchive zip, BackupManifest manifest, string dataFolder, CancellationToken cancel)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var guards = await TableGuards.Lift(connection, [.. manifest.Tables.Select(table => table.Name)]);
        foreach (var table in manifest.Tables) await ReadTable(connection, zip, table, cancel);
        await guards.SetAgain(connection);
        foreach (var (name, state) in manifest.Sequences)
            await connection.ExecuteAsync(
                $"select setval('centrala.{StoredTables.Quoted(name)}', @LastValue, @IsCalled)", state);
        await ReadFiles(zip, manifest, dataFolder, cancel);
        await transaction.CommitAsync(cancel);
    }

    static async Task<ZipArchive> OpenArchive(string file, CancellationToken cancel)
    {
        try
        {
            return await ZipFile.OpenReadAsync(file, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new BackupException($"{file} cannot be read as a backup: {unreadable.Message}");
        }
    }

    static async Task<BackupManifest> ReadManifest(ZipArchive zip, CancellationToken cancel)
    {
        var entry = zip.GetEntry(BackupManifest.Entry) ?? throw new BackupException("The file is no backup: it has no manifest.");
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, JsonSerializerOptions.Web, cancel);
        return manifest is { Format: BackupManifest.CurrentFormat } ? manifest
            : throw new BackupException($"The backup has format {manifest?.Format}, which this program does not know.");
    }

    static void RequireKnownSchema(BackupManifest manifest, IReadOnlyList<IModule> modules)
    {
        var unknown = manifest.Migrations.Except(Migrations.Known(modules)).Select(file => $"{file.Module}/{file.Name}").ToArray();
        if (unknown.Length > 0) throw new BackupException(
            $"The backup was written by another program ({manifest.Program}): {string.Join(", ", unknown)} is not in this one.");
    }

    static void RequireFreeFiles(BackupManifest manifest, string dataFolder)
    {
        if (manifest.Files.Select(file => InFolder(dataFolder, file.Path)).FirstOrDefault(File.Exists) is { } there)
            throw new BackupException($"{there} exists. Restore into an empty data folder.");
    }

    static async Task RequireEmpty(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Login.OpenConnectionAsync(cancel);
        if (await connection.QuerySingleAsync<bool>("select to_regclass('centrala.migration') is not null"))
            throw new BackupException("The database is not empty: a centre was started on it. Name an empty one.");
    }

    static async Task ReadTable(NpgsqlConnection connection, ZipArchive zip, BackedUpTable table, CancellationToken cancel)
    {
        var entry = zip.GetEntry(BackupManifest.TableEntry(table.Name)) ?? throw Damaged(table.Name);
        await using var stream = await entry.OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var rows = await connection.BeginTextImportAsync(
            $"copy centrala.{StoredTables.Quoted(table.Name)} ({string.Join(", ", table.Columns)}) from stdin", cancel))
        {
            var bytes = new byte[64 * 1024];
            var letters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
            var decoder = Encoding.UTF8.GetDecoder();
            for (int read; (read = await stream.ReadAsync(bytes, cancel)) > 0;)
            {
                hash.AppendData(bytes, 0, read);
                await rows.WriteAsync(letters.AsMemory(0, decoder.GetChars(bytes, 0, read, letters, 0)), cancel);
            }
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != table.Sha256) throw Damaged(table.Name);
    }

    static async Task ReadFiles(ZipArchive zip, BackupManifest manifest, string dataFolder, CancellationToken cancel)
    {
        foreach (var file in manifest.Files)
        {
            var entry = zip.GetEntry(BackupManifest.FileEntry(file.Path)) ?? throw Damaged(file.Path);
            var path = InFolder(dataFolder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = await entry.OpenAsync(cancel);
            var onlyOwner = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            await using var to = new FileStream(path, onlyOwner);
            await from.CopyToAsync(to, cancel);
            to.Position = 0;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(to, cancel)) != file.Sha256) throw Damaged(file.Path);
        }
    }

    /// <exception cref="BackupException">The name leads out of the folder: nobody's backup has such a name.</exception>
    static string InFolder(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(Path.GetFullPath(folder) + "/", StringComparison.Ordinal) ? path : throw Damaged(name);
    }

    static BackupException Damaged(string part) => new($"The backup is damaged: {part} is not what was written.");
}
