using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Host;

/// <summary>The command <c>rotate-recording-key</c>.</summary>
static class RotateRecordingKey
{
    public static Task<int> Run(Options options, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var number = RecordingKeys.Rotate(Path.GetFullPath(options.DataFolder));
        Console.WriteLine($"Recordings are sealed with key {number} from now on. Keep the older ones: older recordings need them.");
        return Task.FromResult(0);
    }
}
