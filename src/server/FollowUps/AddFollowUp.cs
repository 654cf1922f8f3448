using Centrala.Server.Access;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.FollowUps;

/// <summary>Sets a task for oneself or for a queue, to come back as work shortly before it is due.</summary>
static class AddFollowUp
{
    const int TextLengthMax = 2000;
    const int LeadMinutesMax = 7 * 24 * 60;

    /// <summary>Further away nobody plans.</summary>
    static readonly TimeSpan furthest = TimeSpan.FromDays(366);

    /// <param name="Mine">True: it comes to its author first; the queue is for when he is not there.</param>
    /// <param name="LeadMinutes">So long before it is due it comes.</param>
    /// <param name="AboutContactId">What it follows up.</param>
    public sealed record Request(
        string Text, DateTimeOffset DueAt, int LeadMinutes, bool Mine, Guid QueueId, Guid? AboutContactId);

    public sealed record Response(Guid Id);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/follow-ups", Handle).WithName("addFollowUp").WithSummary("Set a task that comes back as work")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        // What the author may not see is not there, for him.
        var partner = await work.Single<Guid?>(
            "select partner_id from queue where id = @QueueId and removed_at is null", new { request.QueueId });
        var validation = await Check(request, partner, work, now);
        if (validation.Failed) return validation.Answer();

        var id = Guid.CreateVersion7(now);
        await work.Execute("""
            insert into follow_up (id, partner_id, queue_id, author_id, agent_id, text, due_at, lead_seconds, about_contact_id,
              contact_id, created_at)
            values (@id, @partner, @QueueId, @author, @agent, @text, @DueAt, @lead, @AboutContactId, @contact, @now)
            """, new
        {
            id,
            partner,
            request.QueueId,
            author = actor.Id,
            agent = request.Mine ? actor.Id : (Guid?)null,
            text = request.Text.Trim(),
            DueAt = request.DueAt.ToUniversalTime(),
            lead = request.LeadMinutes * 60,
            request.AboutContactId,
            contact = Guid.CreateVersion7(now),
            now,
        });
        await work.Commit();
        return TypedResults.Created($"/api/follow-ups/{id}", new Response(id));
    }

    static async Task<Validation> Check(Request request, Guid? partner, Work work, DateTimeOffset now) => new Validation()
        .Check("text", request.Text.Trim().Length is 0 or > TextLengthMax || request.Text.Contains('\0')
            ? Say($"Write what is to be done, in {TextLengthMax} characters at most.") : null)
        .Check("dueAt", request.DueAt < now ? Say($"This is past already.")
            : request.DueAt - now > furthest ? Say($"This is more than a year away.") : null)
        .Check("leadMinutes", request.LeadMinutes is < 0 or > LeadMinutesMax ? Say($"It comes at most a week before it is due.") : null)
        .Check("queueId", partner is null ? Say($"There is no such queue.") : null)
        .Check("aboutContactId", request.AboutContactId is not { } about || await work.Single<bool>(
            "select exists (select from contact where id = @about and partner_id = @partner)", new { about, partner })
            ? null : Say($"The queue's partner has no such contact."));
}
