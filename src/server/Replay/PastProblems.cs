namespace Centrala.Server.Replay;

/// <summary>What can go wrong with a look into the past.</summary>
static class PastProblems
{
    public static readonly Problem Unreadable = new("journal-unreadable", 500, "The past cannot be read",
        "What the journal holds is not what was written, or was written by another version. Nothing was changed. "
        + "Ask whoever runs the centre to look at it with ./centrala doctor.");

    public static readonly Problem NotYet = new("not-yet", 422, "That has not happened yet",
        "Ask for an instant that is over. The floor as it is now is /api/floor.");
}
