using Centrala.Server.Database;
using Centrala.Server.Desk;

namespace Centrala.Server.FollowUps;

/// <summary>What a desk's list shows of a task: whom it is about, and what is to be done.</summary>
sealed class FollowUpContent : IContactContent
{
    /// <summary>A task does not change once it is work.</summary>
    public event Action<Guid>? Changed
    {
        add { }
        remove { }
    }

    public Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts) =>
        work.Query<ContactContent>("""
            select f.contact_id, null::uuid as conversation_id, c.customer_name, c.customer_email, c.language,
                   1 as last_number, left(f.text, 200) as last_text, 'agent' as last_author, f.created_at as last_at,
                   0 as unread, null::timestamptz as customer_waiting_since,
                   null::text[] as tags
            from follow_up f left join conversation c on c.contact_id = f.about_contact_id
            where f.contact_id = any(@contacts)
            """, new { contacts = contacts.ToArray() });
}
