using System.Diagnostics.Metrics;

namespace Centrala.Server.Voice;

/// <summary>What an operator watches of the telephone.</summary>
static class VoiceMetrics
{
    public const string MeterName = "Centrala.Voice";

    static readonly Meter meter = new(MeterName);

    static readonly Counter<long> calls = meter.CreateCounter<long>("voice.calls", "calls", "Calls that ended, by how.");

    static readonly Counter<long> dropped =
        meter.CreateCounter<long>("voice.dropped", "messages", "Messages and packets that were not taken, by why.");

    static readonly Counter<long> registrations =
        meter.CreateCounter<long>("voice.registrations", "answers", "Desk phones that registered or were refused.");

    static readonly Histogram<double> tickLatenessMs =
        meter.CreateHistogram<double>("voice.tick.lateness", "ms", "How late the media clock woke.");

    static readonly Histogram<double> ringMs =
        meter.CreateHistogram<double>("voice.ring", "ms", "From a caller's INVITE to the first phone's, the wait included.");

    static readonly Counter<long> browsersGone = meter.CreateCounter<long>("voice.browsers.gone", "browsers", "Agents' browsers that went, by why.");

    static int openNow, browsersNow;

    static VoiceMetrics()
    {
        meter.CreateObservableGauge("voice.calls.open", () => Volatile.Read(ref openNow), "calls", "Callers on the line now.");
        meter.CreateObservableGauge("voice.browsers.open", () => Volatile.Read(ref browsersNow), "browsers", "Agents' browsers heard now.");
    }

    public static void BrowserCame() => Interlocked.Increment(ref browsersNow);

    public static void BrowserGone(string why)
    {
        Interlocked.Decrement(ref browsersNow);
        browsersGone.Add(1, new KeyValuePair<string, object?>("why", why));
    }

    static readonly Counter<long> recordings = meter.CreateCounter<long>("voice.recordings", "recordings", "Recordings that ended, by how.");

    public static void Recorded(Recording.RecordingOutcome how) =>
        recordings.Add(1, new KeyValuePair<string, object?>("how", Dispatch.Word<Recording.RecordingOutcome>.Of(how)));

    static readonly Counter<long> outgoingRefused =
        meter.CreateCounter<long>("voice.outgoing.refused", "calls", "Calls to the outside that were not allowed, by why.");

    public static void OutgoingRefused(string why) => outgoingRefused.Add(1, new KeyValuePair<string, object?>("why", why));

    static readonly Counter<long> carriersFailed =
        meter.CreateCounter<long>("voice.carriers.failed", "calls", "Calls to the outside that a carrier's machine did not take, by trunk.");

    public static void CarrierFailed(string trunk) => carriersFailed.Add(1, new KeyValuePair<string, object?>("trunk", trunk));

    public static void Rang(TimeSpan after) => ringMs.Record(after.TotalMilliseconds);

    public static void CallBegan() => Interlocked.Increment(ref openNow);

    public static void CallEnded(string how)
    {
        Interlocked.Decrement(ref openNow);
        calls.Add(1, new KeyValuePair<string, object?>("how", how));
    }

    public static void CallTurnedAway(string why) => calls.Add(1, new KeyValuePair<string, object?>("how", why));

    public static void Dropped(string why) => dropped.Add(1, new KeyValuePair<string, object?>("why", why));

    public static void Registered(string answer) => registrations.Add(1, new KeyValuePair<string, object?>("answer", answer));

    public static void Ticked(TimeSpan late) => tickLatenessMs.Record(late.TotalMilliseconds);
}
