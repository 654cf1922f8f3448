using System.Collections.Concurrent;
using Centrala.Server.Voice.Calls;

namespace Centrala.Server.Voice.Recording;

/// <summary>The recordings that run on this machine: begins them, and tells what becomes of each.</summary>
sealed class Recordings : IDisposable
{
    readonly ConcurrentDictionary<Guid, RecordingFact> running = new();
    readonly Action<RecordingFact> tell;
    readonly Recorder recorder;

    /// <param name="tell">Takes a fact and sees that it is stored; at the begin of a recording and at its end.</param>
    public Recordings(string dataFolder, VoiceSettings settings, TimeProvider time, Action<RecordingFact> tell, ILogger log)
    {
        this.tell = tell;
        recorder = new(dataFolder, settings.RecordingFreeMegabytesMin << 20, time, Ended, log);
    }

    public Tape Begin(Caller caller, DateTimeOffset at)
    {
        var fact = new RecordingFact(Guid.CreateVersion7(at), caller.Contact, caller.Number.PartnerId, caller.QueueId, at);
        running[fact.Id] = fact;
        tell(fact);
        return new(fact.Id, at, caller.Sound.Leg, recorder);
    }

    /// <summary>Writes what was taken so far.</summary>
    public void Dispose() => recorder.Dispose();

    void Ended(RecordingEnd end)
    {
        if (running.TryRemove(end.Id, out var fact)) tell(fact with { EndedAt = end.At, Seconds = end.Seconds, Outcome = end.Outcome });
    }
}
