using Centrala.Server.Database;

namespace Centrala.Server.FollowUps;

/// <summary>A task as people see it.</summary>
/// <param name="ContactId">The work that it becomes, or has become.</param>
/// <param name="State">planned, or how its contact stands: waiting, offered, connected, wrap-up, parked, ended.</param>
/// <param name="AboutContactId">What it follows up, with the conversation and the customer if there were.</param>
public sealed record FollowUpView(
    Guid Id, Guid ContactId, string Text, DateTimeOffset DueAt, int LeadMinutes, bool Mine, Guid QueueId, string Queue,
    Guid AuthorId, string Author, DateTimeOffset CreatedAt, string State, Guid? AboutContactId, Guid? AboutConversationId,
    string? CustomerName)
{
    const string Columns = """
        select f.id, f.contact_id, f.text, f.due_at, f.lead_seconds / 60 as lead_minutes, f.agent_id is not null as mine,
               f.queue_id, q.name as queue, f.author_id, coalesce(p.name, '–') as author, f.created_at,
               coalesce(k.state, 'planned') as state, f.about_contact_id, c.id as about_conversation_id, c.customer_name
        from follow_up f join queue q on q.id = f.queue_id
          left join person p on p.id = f.author_id
          left join contact k on k.id = f.contact_id
          left join conversation c on c.contact_id = f.about_contact_id
        """;

    /// <summary>As far as the actor of the work may see.</summary>
    internal static Task<IReadOnlyList<FollowUpView>> Query(Work work, string condition, object parameters) =>
        work.Query<FollowUpView>($"{Columns} {condition}", parameters);
}
