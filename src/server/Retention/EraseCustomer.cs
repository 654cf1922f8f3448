using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Empties every conversation and call of a customer of what was said in it and of who it was.</summary>
static class EraseCustomer
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/erasures", Handle).WithName("eraseCustomer").WithSummary("Erase a customer")
        .Requires(Permission.ManagePeople);

    static async Task<Results<Ok<Erasure>, ProblemHttpResult>> Handle(
        CustomerMatch request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var check = request.Check();
        if (check.Failed) return check.Answer();
        await using var work = await database.Begin(actor, cancel);
        var found = await request.Find(work);
        var calls = await request.FindCalls(work);
        if (found.Count + calls.Count == 0) return CommonProblems.NotFound.Answer();
        if (found.Concat(calls).Any(conversation => conversation.Running)) return RetentionProblems.StillRunning.Answer();

        var now = time.GetUtcNow();
        var counts = await work.Single<string>("""
            select (erase_conversations(@ids, @now) || case when @phone is null then '{}' else erase_calls(@PartnerId, @phone, @now) end)::text
            """, new
        {
            ids = found.Select(conversation => conversation.Id).ToArray(),
            now,
            request.PartnerId,
            phone = calls.Count > 0 ? request.Phone!.Trim() : null,
        });
        await work.Execute("select forget_samples()");
        var erasure = await Erasure.Store(work, actor, now, Erasure.Customer, request.PartnerId, null, counts!);
        await Audit.Write(work, actor, now, "customer-erased", "erasure", erasure.Id);
        await work.Commit();
        return TypedResults.Ok(erasure);
    }
}
