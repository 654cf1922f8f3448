using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Tells a browser who it is signed in as and what it may show.</summary>
static class ShowSession
{
    public sealed record PersonView(Guid Id, string Name, string Email, string Language);

    /// <param name="AgentId">The agent's id in routing, which is the person's; null for those who take no contacts.</param>
    /// <param name="AllPartners">True for administrators; then <paramref name="Partners"/> names every partner.</param>
    /// <param name="Totp">True when a second factor is set up.</param>
    /// <param name="Version">Of the program: a browser that runs another one's pages reloads.</param>
    public sealed record Response(
        PersonView Person, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, bool AllPartners,
        IReadOnlyList<PartnerView> Partners, Guid? AgentId, bool Totp, string Version);

    /// <param name="Logo">The version of its logo; null when it has none.</param>
    public sealed record PartnerView(Guid Id, string Name, string Colour, string? Logo);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/session", Handle).WithName("showSession").WithSummary("Who is signed in, with roles and permissions")
        .Requires(Permission.OwnAccount);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        SignedIn? signedIn, Db database, CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        var actor = signedIn.Actor;
        await using var work = await database.Begin(actor, cancel);
        var row = await work.Single<Row>("""
            select name, email, language, totp_confirmed_at is not null as totp,
              exists (select from agent where agent.id = person.id and removed_at is null) as routed
            from person join credential on person_id = id where id = @Id
            """, new { actor.Id });
        if (row is null) return PermissionGate.SignInNeeded.Answer();
        return TypedResults.Ok(new Response(
            new(actor.Id, row.Name, row.Email, row.Language),
            [.. actor.Roles.Order(StringComparer.Ordinal)],
            [.. actor.Permissions.Select(Scope.NameOf).Order(StringComparer.Ordinal)],
            actor.AllPartners, await Partners(work),
            row.Routed || actor.Roles.Contains(Role.Agent) ? actor.Id : null, row.Totp, ProgramVersion.Text));
    }

    // The partners' own policy decides which ones come back.
    static Task<IReadOnlyList<PartnerView>> Partners(Database.Work work) =>
        work.Query<PartnerView>("""
            select id, name, colour, (select l.version from partner_logo l where l.partner_id = partner.id and removed_at is null) as logo
            from partner where removed_at is null order by name, id
            """);

    sealed record Row(string Name, string Email, string Language, bool Totp, bool Routed);
}
