using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Makes the secret with which a partner's page signs its customers' identities. The former one stops working at once.</summary>
static class MakeIdentitySecret
{
    /// <param name="Secret">Shown this once. The page signs with these characters as they are (HS256).</param>
    public sealed record Response(string Secret);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/widgets/{id:guid}/identity-secret", Handle).WithName("makeIdentitySecret")
        .WithSummary("A fresh secret for signing customers' identities")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Widgets widgets, WidgetSecrets secrets, TimeProvider time, CancellationToken cancel)
    {
        var (shown, box) = secrets.Make(id);
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("update widget set identity_secret = @box where id = @id and removed_at is null", new { id, box }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "widget-secret-made", "widget", id);
        await work.Commit();
        widgets.Forget();
        return TypedResults.Ok(new Response(shown));
    }
}
