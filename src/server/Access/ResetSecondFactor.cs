using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Takes the second factor from a person who lost the phone. The sessions end: the phone may be in other hands.
/// </summary>
static class ResetSecondFactor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/people/{id:guid}/totp", Handle).WithName("resetSecondFactor")
        .WithSummary("Take the authenticator app from a person who lost it")
        .Requires(Permission.ManagePeople);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Sessions sessions, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Credentials are closed to administrators; the route's permission is what lets this through.
        await using var work = await database.Begin(Actor.System, cancel);
        if (await work.Single<Guid?>("select id from person where id = @id for update", new { id }) is null)
            return CommonProblems.NotFound.Answer();
        await RemoveSecondFactor.Clear(work, id);
        await work.Execute(
            "update session set ended_at = @now where person_id = @id and ended_at is null", new { now, id });
        await Audit.Write(work, actor, now, "second-factor-reset", "person", id);
        await work.Commit();
        sessions.ForgetPerson(id);
        return TypedResults.NoContent();
    }
}
