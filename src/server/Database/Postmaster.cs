using System.Diagnostics;
using System.Globalization;

namespace Centrala.Server.Database;

/// <summary>PostgreSQL's first process, as the cluster's <c>postmaster.pid</c> and the system show it.</summary>
static class Postmaster
{
    /// <summary>The postmaster that runs on this cluster now; null when there is none.</summary>
    public static int? Find(string cluster) =>
        Written(cluster) is { } process && WorksIn(process, cluster) ? process : null;

    /// <summary>
    /// Removes the lock files of a postmaster whose number now belongs to a stranger (after a power cut, say) or to its
    /// own zombie, which PostgreSQL would take for a living one. While any process works in the cluster they stay: they
    /// guard shared memory.
    /// </summary>
    public static void ClearStale(string cluster)
    {
        if (!OperatingSystem.IsLinux() || Written(cluster) is null) return;
        if (Processes().Any(process => WorksIn(process, cluster))) return;
        File.Delete(PidFile(cluster));
        File.Delete(Path.Combine(cluster, PostgresFolder.SocketFile + ".lock"));
    }

    static string PidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");

    static int? Written(string cluster)
    {
        try
        {
            var line = File.ReadLines(PidFile(cluster)).FirstOrDefault();
            return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(
            Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
        .Where(process => process > 0);

    static bool WorksIn(int process, string cluster)
    {
        try
        {
            // A zombie has no folder any more, so it rightly counts as gone.
            if (OperatingSystem.IsLinux()) return new FileInfo($"/proc/{process}/cwd").LinkTarget == cluster;
            using var found = Process.GetProcessById(process);
            return found.ProcessName == "postgres";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
