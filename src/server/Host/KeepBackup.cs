using Centrala.Server.Database;

namespace Centrala.Server.Host;

/// <summary>The commands <c>backup FILE</c> and <c>restore FILE</c>.</summary>
static class KeepBackup
{
    public static async Task<int> Write(Options options, CancellationToken stop)
    {
        await using var postgres = await OpenDatabase.Of(options, stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        var manifest = await Backup.Write(
            database, Path.GetFullPath(options.DataFolder), OnlyFile(options), TimeProvider.System, stop);
        Console.WriteLine($"Wrote {Contents(manifest)} to {OnlyFile(options)}. It holds keys and personal data: guard it.");
        return 0;
    }

    public static async Task<int> Read(Options options, CancellationToken stop)
    {
        await using var postgres = await OpenDatabase.Alone(options, stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        var manifest = await Restore.Read(
            database, Modules.All, Path.GetFullPath(options.DataFolder), OnlyFile(options), stop);
        Console.WriteLine($"Restored {Contents(manifest)}, as of {manifest.At:u}.");
        return 0;
    }

    static string OnlyFile(Options options) => options.Files is [var file] ? Path.GetFullPath(file)
        : throw new OptionsException("Name one file.");

    static string Contents(BackupManifest manifest) =>
        $"{manifest.Tables.Sum(table => table.Rows)} rows of {manifest.Tables.Count} tables and {manifest.Files.Count} files";
}
