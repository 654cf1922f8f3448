namespace Centrala.Server.Organisation;

/// <summary>Something that was stored as asked but deserves a second look.</summary>
/// <param name="Name">Kebab case; names the kind for translation.</param>
/// <param name="Text">In English, for whoever has no translation.</param>
/// <param name="Step">From 1, when it is about a step.</param>
/// <param name="Language">The language's tag, when it is about customers of one language.</param>
/// <param name="Queue">Another queue that it is about.</param>
/// <param name="First">The name of the queue whose contacts go first.</param>
/// <param name="Last">The name of the queue whose contacts may wait for ever.</param>
/// <param name="Seconds">Of waiting, after which they go first; null: always.</param>
public sealed record Warning(
    string Name, string Text, int? Step = null, string? Language = null, Guid? Queue = null, string? First = null,
    string? Last = null, long? Seconds = null)
{
    public static Warning NoMembers() => new("no-members", "Nobody belongs to the queue: its contacts will wait for ever.");

    public static Warning NobodyFits(int step, string? language) => new(
        "nobody-fits-step",
        language is null
            ? $"Nobody who belongs to the queue fits step {step}."
            : $"Nobody who belongs to the queue fits step {step} for a customer who speaks “{language}”.",
        step, language);

    public static Warning Starves(string first, string last, Guid queue) => new(
        "starves", $"Every contact of {first} goes before any of {last}, however long that has waited.",
        Queue: queue, First: first, Last: last);

    public static Warning CanStarve(string first, string last, long seconds, Guid queue) => new(
        "can-starve", $"Contacts of {first} that wait longer than {seconds} s go before all of {last}.",
        Queue: queue, First: first, Last: last, Seconds: seconds);
}
