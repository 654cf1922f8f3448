using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.FollowUps;

/// <summary>One's own tasks that are still to come or to be done, the next first.</summary>
static class ListFollowUps
{
    const int TasksMax = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/follow-ups", Handle).WithName("listFollowUps").WithSummary("One's own tasks that are not done")
        .Requires(Permission.HandleContacts);

    static async Task<Ok<IReadOnlyList<FollowUpView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await FollowUpView.Query(work, """
            where f.author_id = @Id and f.cancelled_at is null and k.state is distinct from 'ended'
            order by f.due_at, f.id limit @TasksMax
            """, new { actor.Id, TasksMax }));
    }
}
