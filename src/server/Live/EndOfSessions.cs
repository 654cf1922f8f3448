using Centrala.Server.Access;
using Npgsql;

namespace Centrala.Server.Live;

/// <summary>
/// Closes the lines of sessions that ended, expired, or whose person's rights changed, wherever that was done: it asks
/// the database about the open ones. A person whose roles changed connects again and gets what the new ones allow.
/// </summary>
sealed partial class EndOfSessions(LiveStream stream, Sessions sessions, TimeProvider time, ILogger<EndOfSessions> log)
    : Recurring(new PeriodicTimer(Every, time))
{
    /// <summary>Together with the question itself well within the promised five seconds.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task Recur(CancellationToken stop)
    {
        try { await Close(stop); }
        catch (NpgsqlException failure) { Unanswered(failure); }
    }

    async Task Close(CancellationToken cancel)
    {
        var open = stream.Connections.ToList();
        if (open.Count == 0) return;
        var asked = open.Select(line => line.SignedIn).DistinctBy(one => (one.Session, one.Version));
        var fallen = (await sessions.Fallen([.. asked], cancel)).ToHashSet();
        foreach (var line in open) if (fallen.Contains((line.SignedIn.Session, line.SignedIn.Version))) line.End(new SessionEnded());
    }

    [LoggerMessage(LogLevel.Warning, "Whether sessions ended could not be asked; the next turn asks again.")]
    partial void Unanswered(Exception failure);
}

/// <summary>The last that a tab hears: ask who you are, and sign in or connect again.</summary>
sealed record SessionEnded() : LiveEvent("session.ended", 0, new { })
{
    /// <summary>It is handed to its line by <see cref="LiveConnection.End"/> and never published.</summary>
    public override bool IsFor(LiveConnection connection) => false;
}
