using System.Collections.Concurrent;
using System.Collections.Frozen;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Finds out which program a token belongs to; remembers it as <see cref="Sessions"/> do.</summary>
sealed class ApiTokens(Db database, TimeProvider time)
{
    public const string Prefix = "centrala_";

    /// <summary>Tokens remembered on a node; programs are few.</summary>
    public const int RememberedMax = 1_000;

    readonly ConcurrentDictionary<string, (Actor Actor, DateTimeOffset ReadAt)> remembered = new();

    public async Task<Actor?> Find(string text, CancellationToken cancel)
    {
        if (text.Length > BearerSecret.MaximumLength || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = new BearerSecret(text).Hash();
        var key = Convert.ToBase64String(hash);
        var now = time.GetUtcNow();
        if (remembered.TryGetValue(key, out var known) && now - known.ReadAt < Sessions.Freshness) return known.Actor;
        var actor = await Read(hash, now, cancel);
        if (remembered.Count >= RememberedMax) remembered.Clear();
        if (actor is null) remembered.TryRemove(key, out _);
        else remembered[key] = (actor, now);
        return actor;
    }

    /// <summary>Forgets every token, so that this node obeys a revocation at once.</summary>
    public void ForgetAll() => remembered.Clear();

    async Task<Actor?> Read(byte[] hash, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        // A token falls with the person who made it.
        var row = await work.Single<Row>("""
            select api_token.id, scopes, api_token.partners, all_partners, last_used_at
            from api_token join person on person.id = created_by and deactivated_at is null
            where token_hash = @hash and revoked_at is null and coalesce(expires_at > @now, true)
            """, new { hash, now });
        if (row is null) return null;
        if (row.LastUsedAt is not { } last || now - last >= Sessions.SeenEvery)
        {
            await work.Execute("update api_token set last_used_at = @now where id = @Id", new { now, row.Id });
            await work.Commit();
        }
        return row.AsActor();
    }

    sealed record Row(Guid Id, string[] Scopes, Guid[] Partners, bool AllPartners, DateTimeOffset? LastUsedAt)
    {
        public Actor AsActor() => new(
            ActorKind.Token, Id, Scopes.ToFrozenSet(), Partners.ToFrozenSet(), AllPartners,
            Scopes.Select(scope => Scope.TryParse(scope)).OfType<Permission>().ToFrozenSet());
    }
}
