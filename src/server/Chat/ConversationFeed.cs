using Centrala.Server.Live;

namespace Centrala.Server.Chat;

/// <summary>Tells both sides of a conversation what happened in it, after it was stored.</summary>
/// <remarks>Whoever publishes messages does it in the order of their numbers: a browser resumes after the last that it got.</remarks>
sealed class ConversationFeed(VisitorLines lines, LiveStream staff)
{
    /// <summary>Something about the conversation changed that a list of conversations shows.</summary>
    public event Action<Guid>? Changed;

    /// <returns>Whether it went to a browser of the other side.</returns>
    public bool Say(Guid conversation, Guid partner, MessageView message)
    {
        var topic = Topic.Conversation(conversation);
        if (message.Code == CoachAgent.Code) ToCoached(conversation, partner, message);
        else ToReaders(conversation, partner, message);
        if (message.Kind != "note") lines.Push(conversation, new Down.Message(message.ForVisitor()));
        Changed?.Invoke(conversation);
        return message.Author.Kind == "customer" ? staff.IsWatched(topic) : lines.AreOpen(conversation);
    }

    /// <summary>Staff hear all of it; a partner's viewers what the customer hears, as the customer hears it.</summary>
    void ToReaders(Guid conversation, Guid partner, MessageView message)
    {
        Publish(ActorKind.Staff, message.ForStaff());
        if (message.Kind != "note") Publish(ActorKind.Partner, message.ForVisitor());

        void Publish(ActorKind kind, MessageView view) => staff.Publish(new ForWatchers(
            Topic.Conversation(conversation), partner, Permission.ReadConversations, "conversation.message", 0,
            new Said(conversation, view))
        { Only = kind });
    }

    /// <summary>A lead's advice is for the agent and for other leads, and for nobody else who watches.</summary>
    void ToCoached(Guid conversation, Guid partner, MessageView message)
    {
        var said = new Said(conversation, message.ForStaff());
        staff.Publish(new ForWatchers(
            Topic.Conversation(conversation), partner, Permission.SteerFloor, "conversation.message", 0, said));
        if (CoachAgent.For(message) is { } agent) staff.Publish(new ForPerson(agent, "conversation.message", 0, said));
    }

    /// <summary>Something other than a message changed.</summary>
    public void Touch(Guid conversation) => Changed?.Invoke(conversation);

    /// <param name="customer">What the customer is called; empty when nobody knows.</param>
    public void VisitorTypes(Guid conversation, Guid partner, string customer) => ToStaff(
        conversation, partner, "conversation.typing", new Typing(conversation, customer), "typing");

    /// <summary>For colleagues who have the conversation open too.</summary>
    public void ColleagueTypes(Guid conversation, Guid partner, Guid person, string name) => ToStaff(
        conversation, partner, "conversation.colleague-typing", new ColleagueTyping(conversation, person, name),
        $"typing {person}", ActorKind.Staff);

    public void TellTags(Guid conversation, Guid partner, IReadOnlyList<string> tags)
    {
        ToStaff(conversation, partner, "conversation.tags", new Tagged(conversation, tags), "tags", ActorKind.Staff);
        Changed?.Invoke(conversation);
    }

    public void StaffTypes(Guid conversation, bool on) => lines.Push(conversation, new Down.Typing(on));

    /// <summary>How far the customer's browser has got, for the ticks at the desk.</summary>
    public void TellStaff(Guid conversation, Guid partner, Receipt receipt) => ToStaff(
        conversation, partner, "conversation.receipt",
        new Ticks(conversation, receipt.DeliveredTo, receipt.ReadTo), "receipt");

    /// <summary>How far the agent's browser has got, for the ticks in the widget.</summary>
    public void TellVisitor(Guid conversation, Receipt receipt) => lines.Push(conversation, new Down.Receipt(receipt));

    public void TellVisitor(Guid conversation, Standing standing) => lines.Push(conversation, new Down.Standing(standing));

    void ToStaff(Guid conversation, Guid partner, string type, object data, string? key = null, ActorKind? only = null)
    {
        var topic = Topic.Conversation(conversation);
        staff.Publish(new ForWatchers(
            topic, partner, Permission.ReadConversations, type, 0, data, key is null ? null : $"{topic} {key}")
        { Only = only });
    }

    sealed record Said(Guid ConversationId, MessageView Message);

    sealed record Typing(Guid ConversationId, string Who);

    sealed record ColleagueTyping(Guid ConversationId, Guid Id, string Name);

    sealed record Tagged(Guid ConversationId, IReadOnlyList<string> Tags);

    sealed record Ticks(Guid ConversationId, int DeliveredTo, int ReadTo);
}
