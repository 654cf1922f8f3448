using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce;

/// <summary>A file that a planner names on the command line.</summary>
static class InputFile
{
    public const int BytesMax = 64 * 1024 * 1024;

    /// <summary>Reads the file and hands its text on; what cannot be understood is told with the file's name.</summary>
    public static async Task<T> Read<T>(string path, Func<string, T> understand, CancellationToken stop)
    {
        try
        {
            if (new FileInfo(path).Length > BytesMax)
                throw new UnreadableInputException($"more than {BytesMax / 1024 / 1024} MiB.");
            return understand(await File.ReadAllTextAsync(path, stop));
        }
        catch (UnreadableInputException unreadable)
        {
            throw new UnreadableInputException($"{path}: {unreadable.Message}");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"{path} cannot be read: {missing.Message}");
        }
    }
}
