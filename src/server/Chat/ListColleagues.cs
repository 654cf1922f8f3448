using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Whom a note in a conversation can name: colleagues who may see it.</summary>
static class ListColleagues
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{id:guid}/colleagues", Handle).WithName("listColleagues")
        .WithSummary("Whom a note in a conversation can name")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<IReadOnlyList<ColleagueView>>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        return TypedResults.Ok(await Colleagues.Of(work, conversation.PartnerId));
    }
}
