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

    public async Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts)
    {
        var rows = await work.Query<Row>("""
            select c.contact_id, c.caller, s.language, c.ended_at is null as is_on
            from call c left join telephone_number n on n.id = c.number_id left join skill s on s.id = coalesce(c.language_id, n.language_id)
            where c.contact_id = any(@contacts)
            """, new { contacts = contacts.ToArray() });
        return [.. rows.Select(Content)];
    }

    static ContactContent Content(Row row) =>
        new(row.ContactId, null, row.Caller, null, row.Language, null, null, null, null, 0, null)
        {
            CallbackNumber = row.IsOn ? null : row.Caller,
        };

    sealed record Row(Guid ContactId, string? Caller, string? Language, bool IsOn);
}
