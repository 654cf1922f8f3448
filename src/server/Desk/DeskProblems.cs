namespace Centrala.Server.Desk;

/// <summary>Why the desk refuses.</summary>
static class DeskProblems
{
    public static readonly Problem NoAgent = new("not-an-agent", 409, "You are no agent",
        "Routing does not know you as an agent, so no contact can be offered to you. Nothing was changed. Ask an "
        + "administrator to give you a routing profile.");

    public static readonly Problem AwayKindNeeded = new("away-kind-needed", 400, "Say why",
        "Being away needs one of the reasons that the directory lists. Nothing was changed. Choose one and send it again.");

    public static readonly Problem OneTargetNeeded = new("one-target-needed", 400, "Name a queue or a colleague",
        "A transfer goes either to a queue or to a colleague. Nothing was changed. Name exactly one of them.");

    public static readonly Problem RunningCall = new("running-call", 409, "That is a running call",
        "To take a running call out of an agent's hands is a right of its own, with a route of its own. Nothing was changed.");

    public static readonly Problem NumberNeeded = new("number-needed", 400, "Say whom to call back",
        "A callback needs a telephone number of 3 to 15 digits. Nothing was changed. Correct it and send it again.");

    public static readonly Problem Counting = new("figures-are-counted", 503, "The figures are being counted",
        "The program has just started and counts the day anew from the record. Nothing is lost. Ask again in a moment.");
}
