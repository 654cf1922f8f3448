namespace Centrala.Server.Dispatch;

/// <summary>Why the durable shell keeps nothing now.</summary>
public static class DispatchProblems
{
    public static readonly Problem TooBusy = new("too-busy", 503, "Too much at once",
        "More arrived than can be stored in time, so this was refused before it waited without end. Nothing was changed. "
        + "Try again in a moment; the same request may be repeated as it is.");

    public static readonly Problem StorageFull = new("storage-full", 507, "No room to store anything",
        "The disk of the database is full or cannot be written. What was acknowledged earlier is safe; this was not taken. "
        + "It goes on by itself as soon as there is room. Operators: free space on the database's disk.");

    public static readonly Problem StorageUnavailable = new("storage-unavailable", 503, "The database does not answer",
        "The database is starting, stopping or out of reach. What was acknowledged earlier is safe; whether this was stored "
        + "is unknown, and repeating it as it is does no harm. Try again in a moment.");

    public static readonly Problem NoWriter = new("no-writer", 503, "Routing is starting",
        "This program is not the one that routes contacts now: it is starting, recovering, or stands by for another. "
        + "Nothing was changed. Try again in a moment.");
}
