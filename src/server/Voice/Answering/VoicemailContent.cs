using Centrala.Server.Database;
using Centrala.Server.Desk;

namespace Centrala.Server.Voice.Answering;

/// <summary>What a desk's list shows of a message: who left it, and when.</summary>
sealed class VoicemailContent : IContactContent
{
    /// <summary>A message does not change.</summary>
    public event Action<Guid>? Changed
    {
        add { }
        remove { }
    }

    public Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts) =>
        work.Query<ContactContent>("""
            select v.contact_id, null::uuid as conversation_id, v.caller as customer_name, null::text as customer_email, s.language,
                   null::int as last_number, null::text as last_text, 'customer' as last_author, v.left_at as last_at, 0 as unread,
                   v.left_at as customer_waiting_since, null::text[] as tags
            from voicemail v left join skill s on s.id = v.language_id
            where v.contact_id = any(@contacts)
            """, new { contacts = contacts.ToArray() });
}
