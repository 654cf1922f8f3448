using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Makes of what the router decided what the people in the conversation see: who joined, that it ended and why.</summary>
sealed class TellOfContact(Db database, SystemMessages system, ConversationFeed feed, LateMessages late) : Effect
{
    public override string Name => "chat-conversation";

    public override bool Concerns(EventKind kind) => kind is EventKind.Connected or EventKind.ContactEnded
        or EventKind.ContactParked or EventKind.ContactWoken or EventKind.ContactReopened;

    public override async Task Carry(Notice notice, CancellationToken cancel)
    {
        if (await Find(notice.Contact, cancel) is not { } conversation) return;
        var standing = notice.Event.Kind switch
        {
            EventKind.Connected => await Join(conversation, notice, cancel),
            EventKind.ContactEnded => await End(conversation, notice, cancel),
            EventKind.ContactParked => await Park(conversation, notice, cancel),
            _ => await Wait(conversation, cancel),
        };
        feed.TellVisitor(conversation.Id, standing);
        // The one who stored a later message may have looked before this end: see there.
        late.Look(conversation.Id);
    }

    async Task<Standing> Join(Conversation conversation, Notice notice, CancellationToken cancel)
    {
        var name = MessageView.FirstName(await AgentName(notice.Agent, cancel));
        await Set(conversation, "agent_name = @name, ended_at = null, ended_reason = null", new { conversation.Id, name }, cancel);
        await Say(conversation, SystemWords.Joined, notice, cancel, name);
        return new(Standing.Connected, AgentName: name);
    }

    async Task<Standing> End(Conversation conversation, Notice notice, CancellationToken cancel)
    {
        var (reason, code) = notice.Event.Reason switch
        {
            Reason.AgentEnded => ("agent", SystemWords.EndedByAgent),
            Reason.CustomerEnded or Reason.Abandoned => ("customer", SystemWords.EndedByCustomer),
            Reason.CustomerSilent => ("silent", SystemWords.EndedSilent),
            _ => ("other", SystemWords.Ended),
        };
        await Set(conversation,
            "ended_at = @At, ended_reason = @reason, awaited_since = null, reminded_at = null, attention_at = null",
            new { conversation.Id, notice.At, reason }, cancel);
        await Say(conversation, code, notice, cancel, conversation.AgentName);
        return new(Standing.Ended, AgentName: conversation.AgentName, EndedReason: reason);
    }

    async Task<Standing> Park(Conversation conversation, Notice notice, CancellationToken cancel)
    {
        await Set(conversation, "awaited_since = null, reminded_at = null, attention_at = null", new { conversation.Id }, cancel);
        if (notice.Event.Reason != Reason.MessageTaken) return new(Standing.Parked);
        await Say(conversation, SystemWords.Taken, notice, cancel);
        return new(Standing.Parked, OpensAt: notice.Event.Until);
    }

    async Task<Standing> Wait(Conversation conversation, CancellationToken cancel)
    {
        await Set(conversation, "ended_at = null, ended_reason = null", new { conversation.Id }, cancel);
        return new(Standing.Waiting);
    }

    Task Say(Conversation conversation, string code, Notice notice, CancellationToken cancel, string? name = null) =>
        system.Say(conversation.Id, conversation.PartnerId, conversation.Language, code, $"event {notice.Number}", cancel, name);

    async Task<Conversation?> Find(Guid contact, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Single<Conversation>(
            "select id, partner_id, language, agent_name from conversation where contact_id = @contact", new { contact });
    }

    async Task<string?> AgentName(Guid agent, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Single<string>("select name from person where id = @agent", new { agent });
    }

    async Task Set(Conversation conversation, string assignments, object values, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        await work.Execute($"update conversation set {assignments} where id = @Id", values);
        await work.Commit();
        feed.Touch(conversation.Id);
    }

    sealed record Conversation(Guid Id, Guid PartnerId, string Language, string? AgentName);
}
