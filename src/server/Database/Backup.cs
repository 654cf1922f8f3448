using System.Data;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>Writes everything that the centre keeps into one file, as it is at one instant, while the centre works.</summary>
static class Backup
{
    /// <summary>What belongs to the running program or to PostgreSQL, at the top of the data folder.</summary>
    static readonly string[] notKept = ["postgres", "centrala.lock", "centrala.pid"];

    /// <param name="file">Must not exist yet; appears when it is complete.</param>
    /// <exception cref="BackupException">The file exists, or a table cannot be read in full.</exception>
    public static async Task<BackupManifest> Write(
        Database database, string dataFolder, string file, TimeProvider time, CancellationToken cancel)
    {
        if (File.Exists(file)) throw new BackupException($"{file} exists. Name another file, or move this one away.");
        if (!Directory.Exists(dataFolder)) throw new BackupException($"There is no data folder {dataFolder}.");
        var unfinished = file + ".unfinished";
        var onlyOwner = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(unfinished, onlyOwner))
            {
                await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                    manifest = await WriteAll(database, dataFolder, zip, time, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static async Task<BackupManifest> WriteAll(
        Database database, string dataFolder, ZipArchive zip, TimeProvider time, CancellationToken cancel)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await connection.ExecuteAsync("set transaction read only");
        if (await StoredTables.HiddenFromOwner(connection) is { Count: > 0 } hidden)
            throw new BackupException($"The owner does not see all rows of {string.Join(", ", hidden)}.");

        List<BackedUpTable> tables = [];
        foreach (var table in await StoredTables.List(connection)) tables.Add(await WriteTable(connection, zip, table, cancel));
        var migrations = await connection.QueryAsync<(string Module, string Name, byte[] Hash)>(
            "select module, name, hash from centrala.migration order by module, name");

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, ProgramVersion, time.GetUtcNow(),
            [.. migrations.Select(row => new MigrationFile(row.Module, row.Name, Convert.ToHexStringLower(row.Hash)))],
            tables, await StoredTables.Sequences(connection), await WriteFiles(zip, dataFolder, cancel));
        await using var entry = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, cancel);
        return manifest;
    }

    static string ProgramVersion => typeof(Backup).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    static async Task<BackedUpTable> WriteTable(
        NpgsqlConnection connection, ZipArchive zip, StoredTables.Table table, CancellationToken cancel)
    {
        var columns = string.Join(", ", table.Columns);
        var order = table.Order.Length == 0 ? "" : $" order by {string.Join(", ", table.Order)}";
        await using var entry = await zip.CreateEntry(BackupManifest.TableEntry(table.Name)).OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = await connection.BeginTextExportAsync(
            $"copy (select {columns} from centrala.{StoredTables.Quoted(table.Name)}{order}) to stdout", cancel);

        var count = 0L;
        var letters = new char[32 * 1024];
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(letters.Length)];
        var encoder = Encoding.UTF8.GetEncoder();
        for (int read; (read = await rows.ReadAsync(letters, cancel)) > 0;)
        {
            var length = encoder.GetBytes(letters.AsSpan(0, read), bytes, flush: false);
            count += bytes.AsSpan(0, length).Count((byte)'\n');
            hash.AppendData(bytes, 0, length);
            await entry.WriteAsync(bytes.AsMemory(0, length), cancel);
        }
        return new(table.Name, table.Columns, count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    static async Task<IReadOnlyList<BackedUpFile>> WriteFiles(ZipArchive zip, string dataFolder, CancellationToken cancel)
    {
        List<BackedUpFile> files = [];
        var kept = Directory.EnumerateFileSystemEntries(dataFolder).Where(path => !notKept.Contains(Path.GetFileName(path)));
        foreach (var path in kept.SelectMany(FilesBelow).Order(StringComparer.Ordinal))
        {
            var content = await File.ReadAllBytesAsync(path, cancel);
            var name = Path.GetRelativePath(dataFolder, path);
            await using var entry = await zip.CreateEntry(BackupManifest.FileEntry(name)).OpenAsync(cancel);
            await entry.WriteAsync(content, cancel);
            files.Add(new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        }
        return files;
    }

    static IEnumerable<string> FilesBelow(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path];
}
