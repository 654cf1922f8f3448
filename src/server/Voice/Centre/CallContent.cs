using Centrala.Server.Database;
using Centrala.Server.Desk;

namespace Centrala.Server.Voice.Centre;

/// <summary>What a desk shows of a call: the caller's number.</summary>
sealed class CallContent : IContactContent
{
    /// <summary>Who calls does not change.</summary>
    public event Action<Guid>? Changed
    {
        add { }
        remove { }
    }

    public Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts) =>
        work.Query<ContactContent>("""
            select c.contact_id, null::uuid as conversation_id, c.caller as customer_name, null::text as customer_email,
                   s.language, null::int as last_number, null::text as last_text, null::text as last_author,
                   null::timestamptz as last_at, 0 as unread, null::timestamptz as customer_waiting_since, null::text[] as tags
            from call c left join telephone_number n on n.id = c.number_id left join skill s on s.id = coalesce(c.language_id, n.language_id)
            where c.contact_id = any(@contacts)
            """, new { contacts = contacts.ToArray() });
}
