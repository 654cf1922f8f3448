using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Database;

/// <summary>
/// Where the private PostgreSQL keeps its files: <c>DATA/postgres/MAJOR</c> (the cluster) and
/// <c>DATA/centrala.lock</c>, held by the program that runs on them.
/// </summary>
/// <remarks>
/// PostgreSQL's programs are started inside the cluster's folder and told <c>/proc/self/cwd</c>: so a root whose data
/// lies under <c>/root</c> can hand the cluster to an unprivileged user who could never walk there by its path.
/// </remarks>
sealed class PostgresFolder
{
    /// <summary>A socket's path has 108 bytes in the kernel's structure, the last one a zero.</summary>
    const int SocketPathLimitBytes = 107;

    public const string SocketFile = ".s.PGSQL.5432";

    public PostgresFolder(string dataFolder)
    {
        var path = Path.GetFullPath(dataFolder);
        if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnerAndPassage);
        Data = RealPath(Path.TrimEndingDirectorySeparator(path));
        Clusters = Path.Combine(Data, "postgres");
    }

    /// <summary>The owner's, for others only a way through to what they may name.</summary>
    public const UnixFileMode OwnerAndPassage = OnlyOwner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public const UnixFileMode OnlyOwner =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The data folder, absolute and without symbolic links.</summary>
    public string Data { get; }

    /// <summary>Holds one cluster for each major version of PostgreSQL.</summary>
    public string Clusters { get; }

    string LockFile => Path.Combine(Data, "centrala.lock");

    string LockHolderFile => Path.Combine(Data, "centrala.pid");

    public string Cluster(int major) => Path.Combine(Clusters, major.ToString(CultureInfo.InvariantCulture));

    /// <summary>The versions that have a cluster here, in no order.</summary>
    public IEnumerable<int> Majors() => Directory.Exists(Clusters)
        ? Directory.EnumerateDirectories(Clusters).Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        : [];

    /// <summary>The folder of the socket: the cluster itself, or one below /tmp when the path would be too long.</summary>
    public static string SocketFolder(string cluster)
    {
        if (Encoding.UTF8.GetByteCount(Path.Combine(cluster, SocketFile)) <= SocketPathLimitBytes) return cluster;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cluster)).AsSpan(0, 8));
        return $"/tmp/centrala-{name}";
    }

    /// <summary>Takes the data folder for this process; the system gives it back however the process ends.</summary>
    /// <exception cref="PrivatePostgresException">Another process has it.</exception>
    public FileStream TakeLock()
    {
        var taken = TryLock() ?? throw new PrivatePostgresException(
            $"Another centrala (process {File.ReadAllText(LockHolderFile).Trim()}) runs on {Data}.");
        File.WriteAllText(LockHolderFile, $"{Environment.ProcessId}\n");
        return taken;
    }

    /// <returns>Null while another process holds the folder.</returns>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new PrivatePostgresException($"{Data} belongs to another user: {denied.Message}", denied);
        }
    }

    static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var target = new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return target is null ? Path.Combine(RealPath(parent), Path.GetFileName(path)) : RealPath(target);
    }
}
