using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Removes from a deactivated account all that tells whose it was. Its id stays, with nothing behind it.</summary>
static class ErasePerson
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/people/{id:guid}/erasure", Handle).WithName("erasePerson").WithSummary("Erase a deactivated person")
        .Requires(Permission.ManagePeople);

    static async Task<Results<Ok<Erasure>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Cell cell, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var active = await work.Single<bool?>("select deactivated_at is null from person where id = @id for update", new { id });
        if (active is null) return CommonProblems.NotFound.Answer();
        if (active.Value) return RetentionProblems.StillActive.Answer();

        var now = time.GetUtcNow();
        if (await work.Single<bool>("select exists (select from agent where id = @id)", new { id }))
            await Inbox.Add(work, CellCommand.RemoveAgent(id));
        var counts = await work.Single<string>("select erase_person(@id, @now)::text", new { id, now });
        await work.Execute("select forget_samples()");
        var erasure = await Erasure.Store(work, actor, now, Erasure.Person, null, id, counts!);
        await Audit.Write(work, actor, now, "person-erased", "person", id);
        await work.Commit();
        cell.Wake();
        return TypedResults.Ok(erasure);
    }
}
