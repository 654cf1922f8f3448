using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Makes a link by which a person who forgot sets a new password; for the invited, a fresh invitation.
/// </summary>
static class ResetPassword
{
    public sealed record Request(Guid PersonId);

    /// <param name="Link">Shown this once; hand it to the person, and to nobody else.</param>
    public sealed record Response(string Link);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/password-resets", Handle).WithName("resetPassword").WithSummary("Make a link to set a new password")
        .Requires(Permission.ManagePeople);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, HttpRequest http, Db database, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        var person = await work.Single<Guid?>(
            "select id from person where id = @PersonId and deactivated_at is null for update",
            new { request.PersonId });
        if (person is null) return CommonProblems.NotFound.Answer();
        var path = await OneTimeLink.Make(work, LinkKind.PasswordReset, person, now);
        await Audit.Write(work, actor, now, "password-reset-offered", "person", person);
        await work.Commit();
        return TypedResults.Ok(new Response(OneTimeLink.At(http, path)));
    }
}
