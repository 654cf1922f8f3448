using System.Globalization;

namespace Centrala.Server.Database;

/// <summary>
/// The system user that PostgreSQL runs as: ours, or, because PostgreSQL refuses to run as root, an unprivileged one.
/// </summary>
sealed class PostgresAccount
{
    static readonly string[] unprivilegedUsers = ["postgres", "nobody"];

    readonly string? userAndGroup;

    PostgresAccount(string name, string? userAndGroup) => (Name, this.userAndGroup) = (name, userAndGroup);

    public string Name { get; }

    /// <summary>Another user than the one that runs this program: files must be handed over to it.</summary>
    public bool IsAnother => userAndGroup is not null;

    /// <param name="dataFolder">Exists. Whoever owns the database in it, or the folder itself, is kept.</param>
    /// <exception cref="PrivatePostgresException">Started by root where no unprivileged user is to be had.</exception>
    public static async Task<PostgresAccount> Choose(
        string dataFolder, string databaseFolder, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess) return new(Environment.UserName, null);
        if (!OperatingSystem.IsLinux())
            throw new PrivatePostgresException("PostgreSQL does not run as root. Start as an ordinary user.");

        var owner = await Owner(Directory.Exists(databaseFolder) ? databaseFolder : dataFolder, cancel);
        if (owner.User != "0") return new($"{owner.User}", $"{owner.User}:{owner.Group}");

        foreach (var line in unprivilegedUsers.SelectMany(PasswdLines))
            return new(line[0], $"{line[2]}:{line[3]}");
        throw new PrivatePostgresException("PostgreSQL does not run as root, and there is no user postgres or nobody.");
    }

    /// <summary>Runs a program as this user, in a folder that the user need not be able to reach by its path.</summary>
    public Task<SystemCommand.Answer> Run(
        string program, string[] arguments, string folder, CancellationToken cancel)
    {
        if (userAndGroup is null) return SystemCommand.Run(program, arguments, cancel, folder);
        var ids = userAndGroup.Split(':');
        string[] asUser = [$"--reuid={ids[0]}", $"--regid={ids[1]}", "--clear-groups", "--no-new-privs", "--", program];
        return SystemCommand.Run("setpriv", [.. asUser, .. arguments], cancel, folder);
    }

    /// <summary>Makes a folder and hands it to this user.</summary>
    public async Task Own(string folder, UnixFileMode mode, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder, mode);
        if (userAndGroup is not null) await SystemCommand.Succeed("chown", [userAndGroup, folder], cancel);
    }

    static async Task<(string User, string Group)> Owner(string path, CancellationToken cancel)
    {
        var answer = await SystemCommand.Succeed("stat", ["-c", "%u %g", path], cancel);
        var ids = answer.Trim().Split(' ');
        return (ids[0], ids[1]);
    }

    static IEnumerable<string[]> PasswdLines(string user) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(line => line.Length > 3
            && line[0] == user && int.TryParse(line[2], NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
