namespace Centrala.Server.Demo;

/// <summary>What a simulated agent sees of the desk.</summary>
sealed record DeskSight(DeskSight.Person Agent, IReadOnlyList<DeskSight.Offer> Offers, IReadOnlyList<DeskSight.Contact> Contacts)
{
    public sealed record Person(string State);

    public sealed record Offer(Guid ContactId, int Number);

    public sealed record Contact(
        Guid ContactId, Guid? ConversationId, Named Queue, string? Language, string State, Message? LastMessage);

    public sealed record Named(Guid Id, string Name);

    /// <param name="Author">customer, agent or system.</param>
    public sealed record Message(int Number, string Author);
}

/// <summary>What a simulated agent reads of a conversation.</summary>
sealed record ConversationSight(IReadOnlyList<ConversationSight.Message> Messages)
{
    public sealed record Message(int Number, Writer Author, string Kind, string Text);

    public sealed record Writer(string Kind);
}
