using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Reads a visitor's own conversation as the visitor: no notes, nobody else's.</summary>
sealed class VisitorConversations(Db database, Standings standings)
{
    /// <param name="after">The last message that the browser has; 0 for all. Of very many the newest come.</param>
    /// <returns>Null when the conversation is gone.</returns>
    public async Task<VisitorConversation?> Read(Visitor visitor, int after, CancellationToken cancel)
    {
        await using var work = await database.Begin(visitor.Pass.Actor, cancel);
        var id = visitor.Pass.Conversation;
        if (await work.Single<Row>("""
            select c.contact_id, c.customer_name, c.agent_name, c.ended_reason, k.state as contact_state, k.due_at, k.reason,
                   coalesce(r.staff_received, 0) as staff_received, coalesce(r.staff_read, 0) as staff_read, c.last_number
            from conversation c
            left join contact k on k.id = c.contact_id
            left join receipt r on r.conversation_id = c.id
            where c.id = @id
            """, new { id }) is not { } row) return null;
        var from = Math.Max(after, row.LastNumber - ChatLimits.CatchUpMax);
        var messages = await Messages.After(work, id, from, ChatLimits.CatchUpMax);
        var standing = row.Standing();
        return new(
            id, standing.State == Standing.Waiting ? await standings.Waiting(row.ContactId, cancel) : standing,
            new(row.StaffReceived, row.StaffRead), [.. messages.Select(message => message.ForVisitor())])
        {
            CustomerName = row.CustomerName,
            ContactId = row.ContactId,
        };
    }

    sealed record Row(
        Guid ContactId, string? CustomerName, string? AgentName, string? EndedReason, string? ContactState,
        DateTimeOffset? DueAt, string? Reason, int StaffReceived, int StaffRead, int LastNumber)
    {
        public Standing Standing() => Standings.Of(ContactState, AgentName, EndedReason, Reason, DueAt);
    }
}
