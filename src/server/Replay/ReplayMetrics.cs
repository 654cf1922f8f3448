using System.Diagnostics.Metrics;

namespace Centrala.Server.Replay;

/// <summary>What an operator watches of the nightly drift check.</summary>
static class ReplayMetrics
{
    static readonly Meter meter = new("Centrala.Replay");

    static readonly Counter<long> records =
        meter.CreateCounter<long>("replay.drift.records", "records", "Records that were decided again by the drift check.");

    static readonly Counter<long> drifts =
        meter.CreateCounter<long>("replay.drift.differences", "checks", "Drift checks that found another decision or damage.");

    public static void Checked(DriftCheck.Report report)
    {
        records.Add(report.Last - report.First + 1);
        drifts.Add(report.IsGood ? 0 : 1);
    }
}
