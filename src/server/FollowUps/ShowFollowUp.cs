using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.FollowUps;

/// <summary>The task that a contact is.</summary>
static class ShowFollowUp
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{contactId:guid}/follow-up", Handle).WithName("showFollowUp").WithSummary("The task that a contact is")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> Handle(
        Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var found = await FollowUpView.Query(work, "where f.contact_id = @contactId", new { contactId });
        return found.Count == 0 ? CommonProblems.NotFound.Answer() : TypedResults.Ok(found[0]);
    }
}
