using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Tokens that work, and what a new one could be given.</summary>
static class ListTokens
{
    /// <param name="Hint">The first letters of the token.</param>
    public sealed record TokenView(
        Guid Id, string Name, string Hint, string[] Scopes, Guid[] Partners, bool AllPartners, string CreatedBy,
        DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

    public sealed record Response(IReadOnlyList<TokenView> Tokens, IReadOnlyList<string> Scopes);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/tokens", Handle).WithName("listTokens").WithSummary("API tokens that work, and the scopes there are")
        .Requires(Permission.ManageTokens);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var tokens = await work.Query<TokenView>("""
            select api_token.id, api_token.name, hint, scopes, api_token.partners, all_partners,
              person.name as created_by, api_token.created_at, expires_at, last_used_at
            from api_token join person on person.id = created_by
            where revoked_at is null and coalesce(expires_at > @now, true)
            order by api_token.name, api_token.id
            """, new { now = time.GetUtcNow() });
        return TypedResults.Ok(new Response(
            tokens, [.. Role.Scopes.Select(Scope.NameOf).Order(StringComparer.Ordinal)]));
    }
}
