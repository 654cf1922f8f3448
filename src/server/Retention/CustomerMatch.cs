using Centrala.Server.Access;
using Centrala.Server.Database;

namespace Centrala.Server.Retention;

/// <summary>Who is to be erased: a customer of one partner, by what he gave, by one of his conversations, or by his telephone.</summary>
/// <param name="Email">As it was typed into a form; case does not matter.</param>
/// <param name="Identity">The customer's id at the partner.</param>
/// <param name="ConversationId">Every conversation of the same browser, too.</param>
/// <param name="Phone">The number that the customer called from, as calls have it.</param>
public sealed record CustomerMatch(Guid PartnerId, string? Email, string? Identity, Guid? ConversationId, string? Phone = null)
{
    const string Found = """
        select c.id, c.ended_at is null as running from conversation c
        where c.partner_id = @PartnerId and c.erased_at is null and (
          lower(c.customer_email) = lower(@email) or c.identity = @identity
          or c.visitor_id = (select visitor_id from conversation where id = @ConversationId and partner_id = @PartnerId))
        order by c.id
        """;

    internal Validation Check() => new Validation().Check("email",
        string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Identity) && ConversationId is null
            && string.IsNullOrWhiteSpace(Phone) ? Say($"Name an e-mail address, an identity, a telephone number or a conversation.") : null);

    internal Task<IReadOnlyList<FoundConversation>> Find(Work work) => work.Query<FoundConversation>(
        Found, new { PartnerId, email = Email?.Trim(), identity = Identity?.Trim(), ConversationId });

    /// <summary>Calls from the number.</summary>
    internal async Task<IReadOnlyList<FoundConversation>> FindCalls(Work work) => string.IsNullOrWhiteSpace(Phone) ? []
        : await work.Query<FoundConversation>("""
            select contact_id as id, ended_at is null as running from call where partner_id = @PartnerId and caller = @phone order by contact_id
            """, new { PartnerId, phone = Phone.Trim() });
}

/// <param name="Running">It has not ended: it cannot be erased while somebody works on it.</param>
sealed record FoundConversation(Guid Id, bool Running);
