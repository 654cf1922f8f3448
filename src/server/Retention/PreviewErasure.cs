using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Counts what an erasure of a customer would reach. Changes nothing.</summary>
static class PreviewErasure
{
    /// <param name="Running">Conversations that must end first.</param>
    public sealed record Response(int Conversations, int Messages, int Files, int Running, int Calls);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/erasures/preview", Handle).WithName("previewErasure").WithSummary("Count what an erasure would reach")
        .Requires(Permission.ManagePeople);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CustomerMatch request, Actor actor, Db database, CancellationToken cancel)
    {
        var check = request.Check();
        if (check.Failed) return check.Answer();
        await using var work = await database.Begin(actor, cancel);
        var found = await request.Find(work);
        var calls = await request.FindCalls(work);
        var ids = found.Select(conversation => conversation.Id).ToArray();
        return TypedResults.Ok(new Response(
            ids.Length,
            await work.Single<int>("select count(*)::int from message where conversation_id = any(@ids)", new { ids }),
            await work.Single<int>("select count(*)::int from file where conversation_id = any(@ids)", new { ids }),
            found.Concat(calls).Count(conversation => conversation.Running),
            calls.Count));
    }
}
