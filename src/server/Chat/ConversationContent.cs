using Centrala.Server.Database;
using Centrala.Server.Desk;

namespace Centrala.Server.Chat;

/// <summary>What a desk's list shows of chats: who it is, what was said last, and how long an answer is owed.</summary>
sealed class ConversationContent(ConversationFeed feed) : IContactContent
{
    /// <summary>Characters of the last message: a list shows one line.</summary>
    const int TextMax = 200;

    public event Action<Guid>? Changed
    {
        add => feed.Changed += value;
        remove => feed.Changed -= value;
    }

    public Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts) =>
        work.Query<ContactContent>("""
            select c.contact_id, c.id as conversation_id, c.customer_name, c.customer_email, c.language,
                   last.number as last_number, left(last.text, @TextMax) as last_text,
                   case last.author_kind when 'lead' then 'agent' else last.author_kind end as last_author, last.at as last_at,
                   (select count(*)::int from message m
                    where m.conversation_id = c.id and m.author_kind = 'customer'
                      and m.number > coalesce((select r.staff_read from receipt r where r.conversation_id = c.id), 0)) as unread,
                   (select min(m.at) from message m
                    where m.conversation_id = c.id and m.author_kind = 'customer'
                      and m.number > coalesce((select max(a.number) from message a
                                               where a.conversation_id = c.id and a.kind = 'reply' and a.author_kind <> 'customer'), 0)
                   ) as customer_waiting_since,
                   array(select t.name from conversation_tag t where t.conversation_id = c.id order by t.name) as tags
            from conversation c
            left join lateral (
              select m.number, m.text, m.author_kind, m.at from message m
              where m.conversation_id = c.id and m.kind = 'reply' order by m.number desc limit 1) last on true
            where c.contact_id = any(@contacts)
            """, new { contacts = contacts.ToArray(), TextMax });
}
