using Centrala.Server.Database;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Finds the row of the inbox that ends reign after reign, so that it is set aside and the rest goes on: the row whose
/// decision throws is known at once; after a commit that the database refused, rows are taken one by one.
/// </summary>
sealed class Poison
{
    readonly Dictionary<long, string> reasons = [];
    IReadOnlyList<long> storing = [];
    long? working;
    int cautiousFor;

    /// <summary>The next commits hold one command each.</summary>
    public bool IsSuspected => cautiousFor > 0;

    public string? ReasonAgainst(long row) => reasons.GetValueOrDefault(row);

    public void Working(long? row) => working = row;

    public void Storing(IReadOnlyList<long> rows) => storing = rows;

    public void Stored()
    {
        if (cautiousFor > 0) cautiousFor--;
        foreach (var row in storing) reasons.Remove(row);
        storing = [];
    }

    /// <summary>Notes what ended a reign. A database that was away says nothing against any row.</summary>
    public void ReignEnded(Exception failure)
    {
        var kind = StorageFailures.Of(failure);
        if (kind is null && working is { } row) reasons[row] = "The router failed on it: " + failure.Message;
        if (kind == StorageFailure.Data)
        {
            if (storing.Count == 1) reasons[storing[0]] = "The database refused it: " + failure.Message;
            cautiousFor = CellWriter.BatchMax;
        }
        (working, storing) = (null, []);
    }
}
