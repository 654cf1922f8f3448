using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>What a link lets its holder do, once.</summary>
static class LinkKind
{
    public const string Invitation = "invitation";
    public const string PasswordReset = "password-reset";
    public const string FirstAdministrator = "first-administrator";

    /// <summary>An invitation may wait for somebody's first day; a reset is for now.</summary>
    public static TimeSpan LifetimeOf(string kind) => kind == Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1);
}

/// <summary>
/// Links by which people set their password: shown once, kept as a hash, usable once, and not for long.
/// </summary>
static class OneTimeLink
{
    /// <summary>Makes a link; a former one for the same person or purpose stops working.</summary>
    /// <param name="person">Null for the first administrator, who does not exist yet.</param>
    /// <returns>The path to open on this installation's address.</returns>
    public static async Task<string> Make(Work work, string kind, Guid? person, DateTimeOffset now)
    {
        var secret = BearerSecret.New();
        await work.Execute("""
            delete from one_time_link
            where used_at is null and (person_id = @person or (@person::uuid is null and kind = @kind))
            """, new { person, kind });
        await work.Execute("""
            insert into one_time_link (token_hash, kind, person_id, created_at, expires_at)
            values (@hash, @kind, @person, @now, @expires)
            """, new { hash = secret.Hash(), kind, person, now, expires = now + LinkKind.LifetimeOf(kind) });
        return "/link/" + secret.Text;
    }

    /// <summary>The link as people open it, at the address by which this request came.</summary>
    public static string At(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";

    /// <returns>Null when it was never made, was used, replaced, or has expired, or its person was deactivated.</returns>
    public static async Task<Found?> Find(Work work, string token, DateTimeOffset now) =>
        token.Length > BearerSecret.MaximumLength ? null : await work.Single<Found>("""
            select token_hash, kind, person_id, person.name, person.email
            from one_time_link left join person on person.id = person_id
            where token_hash = @hash and used_at is null and expires_at > @now and deactivated_at is null
            for update of one_time_link
            """, new { hash = new BearerSecret(token).Hash(), now });

    public static Task Spend(Work work, Found link, DateTimeOffset now) =>
        work.Execute(
            "update one_time_link set used_at = @now where token_hash = @TokenHash", new { now, link.TokenHash });

    public sealed record Found(byte[] TokenHash, string Kind, Guid? PersonId, string? Name, string? Email);
}
