using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Tells the holder of a one-time link what it is for.</summary>
static class ShowLink
{
    /// <param name="Kind">invitation, password-reset or first-administrator.</param>
    /// <param name="Name">Null for the first administrator, who says it.</param>
    public sealed record Response(string Kind, string? Name, string? Email);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/links/{token}", Handle).WithName("showLink").WithSummary("What a one-time link is for")
        .OpenToAnybody("The link itself is the proof.")
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string token, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await OneTimeLink.Find(work, token, time.GetUtcNow()) is { } link
            ? TypedResults.Ok(new Response(link.Kind, link.Name, link.Email))
            : AccessProblems.LinkSpent.Answer();
    }
}
