using System.Globalization;
using System.Runtime.InteropServices;

namespace Centrala.Server.Host.Doctor;

/// <summary>The program, its data folder and what the system allows it.</summary>
static class MachineFindings
{
    const long FreeBytesWanted = 2L * 1024 * 1024 * 1024;

    const long FreeBytesNeeded = 200L * 1024 * 1024;

    /// <summary>Every desk and every open widget holds one.</summary>
    const int DescriptorsWanted = 4096;

    public static IEnumerable<Finding> All(Options options)
    {
        yield return Finding.Good("program", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}");
        yield return DataFolder(options.DataFolder);
        if (Directory.Exists(options.DataFolder))
        {
            yield return FreeSpace(options.DataFolder);
            foreach (var finding in Secrets(options.DataFolder)) yield return finding;
        }
        yield return Web(options.WebFolder);
        if (OperatingSystem.IsLinux()) yield return Descriptors();
    }

    static Finding DataFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return Finding.Weak("data folder", $"{Path.GetFullPath(folder)} is not there; the first start makes it.");
        try
        {
            var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return Finding.Good("data folder", Path.GetFullPath(folder));
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            return Finding.Bad("data folder", $"{Path.GetFullPath(folder)} cannot be written by {Environment.UserName}: {denied.Message}");
        }
    }

    static Finding FreeSpace(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var says = $"{free / 1024 / 1024:N0} MiB are free";
        return free < FreeBytesNeeded ? Finding.Bad("disk", $"{says}: new work is refused soon. Make room.")
            : free < FreeBytesWanted ? Finding.Weak("disk", $"{says}: not for long.")
            : Finding.Good("disk", says);
    }

    static IEnumerable<Finding> Secrets(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.key")
        let open = File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)
        select open == 0 ? Finding.Good("keys", $"{Path.GetFileName(file)} is for its owner only")
            : Finding.Bad("keys", $"Others may read {file}. Run: chmod 600 {file}");

    static Finding Web(string? folder) => folder is not null && File.Exists(Path.Combine(folder, "workspace", "index.html"))
        ? Finding.Good("browser", $"The workspace is built in {folder}")
        : Finding.Bad("browser", "The workspace is not built. Run: ./centrala build");

    static Finding Descriptors()
    {
        var line = File.ReadLines("/proc/self/limits").First(text => text.StartsWith("Max open files", StringComparison.Ordinal));
        var soft = line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        var enough = !int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit >= DescriptorsWanted;
        return enough ? Finding.Good("descriptors", $"{soft} may be open at once")
            : Finding.Weak("descriptors", $"Only {soft} may be open at once: every browser holds one. Raise it: ulimit -n 65536");
    }
}
