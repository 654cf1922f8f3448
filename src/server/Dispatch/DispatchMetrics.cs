using System.Diagnostics.Metrics;

namespace Centrala.Server.Dispatch;

/// <summary>What an operator watches of the durable shell.</summary>
static class DispatchMetrics
{
    public const string MeterName = "Centrala.Dispatch";

    static readonly Meter meter = new(MeterName);

    static readonly Histogram<int> batchRecords =
        meter.CreateHistogram<int>("dispatch.batch.records", "records", "Records in one commit of the cell's writer.");

    static readonly Histogram<double> commitMs =
        meter.CreateHistogram<double>("dispatch.commit", "ms", "From the first statement of a batch to its commit.");

    static readonly Histogram<double> inboxLagMs =
        meter.CreateHistogram<double>("dispatch.inbox.lag", "ms", "How long a command from outside waited for its commit.");

    static readonly Counter<long> refusals =
        meter.CreateCounter<long>("dispatch.refusals", "commands", "Commands that the router refused, by reason.");

    static readonly Counter<long> setAside =
        meter.CreateCounter<long>("dispatch.set_aside", "commands", "Commands from outside that could not be taken.");

    static readonly Counter<long> reigns =
        meter.CreateCounter<long>("dispatch.reigns", "starts", "Times that this program became the cell's writer.");

    static readonly Counter<long> replayDifferences =
        meter.CreateCounter<long>("dispatch.replay.differences", "starts", "Starts whose replay decided otherwise than the journal.");

    static readonly Histogram<int> groupItems =
        meter.CreateHistogram<int>("group_commit.items", "items", "Items that shared one commit, by group.");

    static readonly Histogram<double> groupMs =
        meter.CreateHistogram<double>("group_commit.duration", "ms", "How long a shared commit took, by group.");

    /// <summary>Shows the journal's last sequence from now on.</summary>
    public static void ShowSequence(Func<long> sequence) =>
        meter.CreateObservableGauge("dispatch.journal.sequence", sequence, "records", "The journal's last record.");

    public static void Committed(int records, TimeSpan took)
    {
        batchRecords.Record(records);
        commitMs.Record(took.TotalMilliseconds);
    }

    public static void InboxLag(TimeSpan lag) => inboxLagMs.Record(lag.TotalMilliseconds);

    public static void Refused(string reason) => refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void SetAside(int commands) => setAside.Add(commands);

    public static void ReignBegan() => reigns.Add(1);

    public static void ReplayDiffered() => replayDifferences.Add(1);

    public static void GroupCommitted(string group, int items, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("group", group);
        groupItems.Record(items, tag);
        groupMs.Record(took.TotalMilliseconds, tag);
    }
}
