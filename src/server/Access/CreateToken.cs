using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Makes a token by which a program acts, with the scopes it needs and no more.</summary>
static class CreateToken
{
    public const int NameMaximumLength = 200;
    const int HintLength = 12;

    /// <param name="Partners">Whose data the program may see; null means every partner.</param>
    /// <param name="ExpiresAt">Null: when it is revoked.</param>
    public sealed record Request(
        string? Name, IReadOnlyList<string>? Scopes, IReadOnlyList<Guid>? Partners, DateTimeOffset? ExpiresAt);

    /// <param name="Token">Shown this once.</param>
    public sealed record Response(Guid Id, string Token);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/tokens", Handle).WithName("createToken").WithSummary("Create an API token")
        .Requires(Permission.ManageTokens);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var validation = new Validation()
            .Check("name", NewPerson.NameObjection(request.Name))
            .Check("scopes", ScopesObjection(request.Scopes ?? []))
            .Check("partners", NewPerson.PartnersObjection(request.Partners))
            .Check("expiresAt", request.ExpiresAt <= now ? Say($"This instant has passed.") : null);
        if (validation.Failed) return validation.Answer();

        var id = Guid.CreateVersion7(now);
        var secret = BearerSecret.New(ApiTokens.Prefix);
        await using var work = await database.Begin(actor, cancel);
        await work.Execute("""
            insert into api_token
              (id, name, token_hash, hint, scopes, partners, all_partners, created_by, created_at, expires_at)
            values (@id, @name, @hash, @hint, @scopes, @partners, @allPartners, @createdBy, @now, @ExpiresAt)
            """, new
        {
            id,
            name = request.Name!.Trim(),
            hash = secret.Hash(),
            hint = secret.Text[..HintLength],
            scopes = request.Scopes!.Distinct().ToArray(),
            partners = (request.Partners ?? []).Distinct().ToArray(),
            allPartners = request.Partners is null,
            createdBy = actor.Id,
            now,
            request.ExpiresAt,
        });
        await Audit.Write(work, actor, now, "token-created", "api_token", id, new { request.Scopes, request.Partners });
        await work.Commit();
        return TypedResults.Ok(new Response(id, secret.Text));
    }

    static Sentence? ScopesObjection(IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0) return Say($"Name at least one scope.");
        var foreign = scopes.FirstOrDefault(scope =>
            Scope.TryParse(scope) is not { } known || !Role.Scopes.Contains(known));
        return foreign is null ? null : Say($"“{foreign}” is no scope of tokens.");
    }
}
