using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>
/// What a reign reads and keeps. The program's is PostgreSQL (<see cref="Reign"/>); the simulation's is slow, fails, forgets
/// what it had not yet stored, and has two writers at once.
/// </summary>
interface ICellStore
{
    short Cell { get; }

    /// <summary>What the writer before left behind.</summary>
    Bequest Inherited { get; }

    /// <summary>The oldest rows of the inbox, by id.</summary>
    Task<IReadOnlyList<InboxRow>> ReadInbox(int most);

    /// <summary>Stores a commit: all of it, or nothing.</summary>
    /// <param name="previous">The sequence that must still be the last one.</param>
    /// <exception cref="FencedException">Another has written since.</exception>
    Task Store(Batch batch, Router router, long previous, DateTimeOffset beat);

    /// <summary>A sign of life: what passes between the last one and the next start did not count as waiting for anybody.</summary>
    /// <exception cref="FencedException">Another has become the writer.</exception>
    Task Beat(DateTimeOffset now);

    /// <summary>Records after a sequence, in order, as they are stored.</summary>
    IAsyncEnumerable<JournalRecord> Since(long sequence, CancellationToken cancel);

    /// <summary>The newest snapshot that this program can read, and a router in its state; without one, an empty router.</summary>
    /// <param name="passOver">Told of those that cannot be read, and why.</param>
    Task<(StoredSnapshot? Snapshot, Router Router)> NewestReadable(
        Action<StoredSnapshot, string> passOver, CancellationToken cancel);

    /// <summary>Stores a snapshot, beside whatever else is done.</summary>
    Task Store(StoredSnapshot snapshot);
}
