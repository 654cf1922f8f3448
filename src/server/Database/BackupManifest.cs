namespace Centrala.Server.Database;

/// <summary>
/// What a backup holds and how to know that it is whole. A backup is a ZIP file with this as <c>manifest.json</c>, each
/// table as PostgreSQL's COPY text under <c>tables/</c>, and the data folder's files under <c>files/</c>.
/// </summary>
/// <param name="Format">Rises when an older program could not read the file.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="At">The instant of the snapshot; UTC.</param>
/// <param name="Migrations">The schema: what had been applied.</param>
/// <param name="Sequences">Where each sequence stands, by name.</param>
/// <param name="Files">Relative paths in the data folder.</param>
sealed record BackupManifest(
    int Format, string Program, DateTimeOffset At, IReadOnlyList<MigrationFile> Migrations,
    IReadOnlyList<BackedUpTable> Tables, IReadOnlyDictionary<string, SequenceState> Sequences,
    IReadOnlyList<BackedUpFile> Files)
{
    public const int CurrentFormat = 1;

    public const string Entry = "manifest.json";

    public static string TableEntry(string table) => $"tables/{table}.copy";

    public static string FileEntry(string path) => $"files/{path}";
}

/// <param name="Columns">In the order of the COPY text; generated columns are left out.</param>
/// <param name="Sha256">Of the COPY text in UTF-8, in lower-case hexadecimal digits.</param>
sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);

/// <param name="IsCalled">False: the next value is <paramref name="LastValue"/> itself.</param>
sealed record SequenceState(long LastValue, bool IsCalled);

sealed record BackedUpFile(string Path, long Bytes, string Sha256);

/// <summary>A backup cannot be written or restored; the message tells the operator why. Nothing was changed.</summary>
sealed class BackupException(string message) : Exception(message);
