namespace Centrala.Server.Retention;

/// <summary>Why somebody is not erased.</summary>
static class RetentionProblems
{
    public static readonly Problem StillRunning = new("still-running", 409, "A conversation is still running",
        "Somebody works on a conversation of this customer. Nothing was erased. End it, then ask again.");

    public static readonly Problem StillActive = new("still-active", 409, "The account is active",
        "Only a deactivated account can be erased. Nothing was erased. Deactivate it first.");
}
