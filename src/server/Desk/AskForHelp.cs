using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>An agent raises a flag that the lead sees on the floor at once, and takes it down again.</summary>
static class AskForHelp
{
    /// <summary>Characters of the word: a lead reads it at a glance.</summary>
    public const int WordMax = 200;

    /// <param name="ContactId">What it is about: a contact that the agent has.</param>
    public sealed record Request(Guid? ContactId = null, string? Word = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/desk/help", Raise).WithName("askForHelp").WithSummary("Ask the lead for help")
            .Requires(Permission.HandleContacts);
        routes.MapDelete("/desk/help", Lower).WithName("stopAskingForHelp").WithSummary("Need no help any more")
            .Requires(Permission.HandleContacts);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Raise(
        Request request, Actor actor, Db database, HelpRequests help, TimeProvider time, CancellationToken cancel)
    {
        var word = string.IsNullOrWhiteSpace(request.Word) ? null : request.Word.Trim();
        var validation = new Validation().Check("word",
            word?.Length > WordMax ? Say($"Use at most {WordMax} characters.")
            : word?.Contains('\0') == true ? Say($"The character U+0000 cannot be stored.") : null);
        if (validation.Failed) return validation.Answer();

        await using var work = await database.Begin(actor, cancel);
        Guid? partner = null;
        if (request.ContactId is not null)
        {
            partner = await work.Single<Guid?>("""
                select partner_id from contact where id = @ContactId and (connected_to = @Id or last_agent = @Id)
                """, new { request.ContactId, actor.Id });
            if (partner is null) return CommonProblems.NotFound.Answer();
        }
        // Asked again, it is about something else, and he has waited all the same.
        await work.Execute("""
            insert into help_request (agent_id, since, contact_id, partner_id, word)
            values (@Id, @now, @ContactId, @partner, @word)
            on conflict (agent_id) do update
              set contact_id = excluded.contact_id, partner_id = excluded.partner_id, word = excluded.word
            """, new { actor.Id, now = time.GetUtcNow(), request.ContactId, partner, word });
        await work.Commit();
        help.Forget(actor.Id);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> Lower(Actor actor, Db database, HelpRequests help, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        await work.Execute("delete from help_request where agent_id = @Id", new { actor.Id });
        await work.Commit();
        help.Forget(actor.Id);
        return TypedResults.NoContent();
    }
}
