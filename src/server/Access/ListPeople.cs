using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Everybody with an account, for those who manage people.</summary>
static class ListPeople
{
    /// <param name="Status">active, invited (no password yet) or deactivated.</param>
    /// <param name="Totp">True when a second factor is set up.</param>
    public sealed record PersonView(
        Guid Id, string Email, string Name, string Language, string[] Roles, Guid[] Partners, string Status, bool Totp,
        DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/people", Handle).WithName("listPeople").WithSummary("Everybody with an account, by name")
        .Requires(Permission.ManagePeople);

    static async Task<Ok<IReadOnlyList<PersonView>>> Handle(Db database, CancellationToken cancel)
    {
        // Whether a password and a second factor are set is not an administrator's to read from the credentials.
        await using var work = await database.Begin(Actor.System, cancel);
        return TypedResults.Ok(await work.Query<PersonView>("""
            select id, email, name, language, roles, partners,
              case when deactivated_at is not null then 'deactivated'
                   when password_hash is null then 'invited' else 'active' end as status,
              coalesce(totp_confirmed_at is not null, false) as totp, created_at,
              (select max(last_seen_at) from session where session.person_id = person.id) as last_seen_at, version
            from person left join credential on credential.person_id = person.id
            order by name, id
            """));
    }
}
