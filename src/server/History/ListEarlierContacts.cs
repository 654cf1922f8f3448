using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.History;

/// <summary>
/// What the same customer came for before, at the same partner, the newest first: whoever has the id that the partner's page
/// vouches for, gave the same e-mail address, or writes from the same browser.
/// </summary>
static class ListEarlierContacts
{
    const int ContactsMax = 20;

    const string Earlier = """
        select other.contact_id from conversation this join conversation other on other.id <> this.id
          and (other.identity = this.identity or other.visitor_id = this.visitor_id
               or other.customer_email in (this.customer_email, lower(this.customer_email)))
        where this.contact_id = @contactId and other.partner_id = this.partner_id and other.started_at < this.started_at
          and other.erased_at is null
        order by other.started_at desc limit @ContactsMax
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/history/{contactId:guid}/earlier", Handle).WithName("listEarlierContacts")
        .WithSummary("What the same customer came for before").Requires(Permission.ReadConversations);

    /// <remarks>Of a contact that the reader may not see nothing is said, not even that it is there.</remarks>
    static async Task<Ok<IReadOnlyList<HistoryEntry>>> Handle(Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var contacts = await work.Query<Guid>(Earlier, new { contactId, ContactsMax });
        var entries = await HistoryEntries.Read(work, [.. contacts]);
        return TypedResults.Ok<IReadOnlyList<HistoryEntry>>([.. entries.OrderByDescending(entry => entry.ArrivedAt)]);
    }
}
