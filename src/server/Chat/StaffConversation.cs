using Centrala.Server.Access;
using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>What staff's requests need to know of a conversation; found only by those who may see it.</summary>
/// <param name="Connected">The agent who has the contact now.</param>
/// <param name="LastAgent">The agent who had it last.</param>
/// <param name="OfferedTo">The agent who may take it.</param>
sealed record StaffConversation(
    Guid Id, Guid PartnerId, Guid ContactId, Guid? Connected, Guid? LastAgent, Guid? OfferedTo, int LastNumber,
    int SilentReminderSeconds)
{
    public static Task<StaffConversation?> Find(Work work, Guid id) => work.Single<StaffConversation>("""
        select c.id, c.partner_id, c.contact_id, k.connected_to as connected, k.last_agent, k.offered_to, c.last_number,
               coalesce(q.silent_reminder_seconds, 0) as silent_reminder_seconds
        from conversation c
        left join contact k on k.id = c.contact_id
        left join queue q on q.id = coalesce(k.queue_id, c.queue_id)
        where c.id = @id
        """, new { id });

    public bool IsWith(Actor actor) => Connected == actor.Id || LastAgent == actor.Id || OfferedTo == actor.Id;

    /// <summary>Writes down that somebody reads a conversation which is not his; his own reading needs no record.</summary>
    public Task NoteReading(Work work, Actor actor, DateTimeOffset at) => IsWith(actor) ? Task.CompletedTask
        : Audit.Write(work, actor, at, "conversation-read", "conversation", Id, new { partnerId = PartnerId });
}
