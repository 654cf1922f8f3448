namespace Centrala.Server.Foundation;

/// <summary>Refusals that any route may give.</summary>
public static class CommonProblems
{
    public static readonly Problem NotFound = new("not-found", 404, "Not found",
        "There is nothing at this address, or nothing that you may see. Nothing was changed.");

    public static readonly Problem InvalidInput = new("invalid-input", 400, "Something in the request is not valid",
        "The request was understood but a field does not hold what it must; \"errors\" names the fields. Nothing was "
        + "changed. Mend the fields and send it again.");

    public static readonly Problem ChangedMeanwhile = new("changed-meanwhile", 409, "It was changed meanwhile",
        "Somebody changed this after you read it. Nothing was changed now. Read it again and repeat your change.");
}
