namespace Centrala.Server.Organisation;

/// <summary>Why an edit of the organisation is refused.</summary>
static class OrganisationProblems
{
    public static readonly Problem NameTaken = new("name-taken", 409, "The name is taken",
        "Another entry of the same kind has this name, word or language. Nothing was changed. Choose another.");

    public static readonly Problem StillInUse = new("still-in-use", 409, "It is still in use",
        "Something else refers to the entry; \"detail\" says what. Nothing was changed. Take it out there first.");

    public static readonly Problem QueueNotEmpty = new("queue-not-empty", 409, "Contacts are still in the queue",
        "Contacts wait in the queue or are being handled through it. Nothing was changed. Let them be served or move them first.");
}
