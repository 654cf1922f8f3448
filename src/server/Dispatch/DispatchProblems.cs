namespace Centrala.Server.Dispatch;

/// <summary>Why the durable shell keeps nothing now.</summary>
public static class DispatchProblems
{
    public static readonly Problem TooBusy = new("too-busy", 503, "Too much at once",
        "More arrived than can be stored in time, so this was refused before it waited without end. Nothing was changed. "
        + "Try again in a moment; the same request may be repeated as it is.");

    public static readonly Problem NoWriter = new("no-writer", 503, "Routing is starting",
        "This program is not the one that routes contacts now: it is starting, recovering, or stands by for another. "
        + "Nothing was changed. Try again in a moment.");
}
