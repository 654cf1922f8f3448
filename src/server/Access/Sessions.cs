using System.Collections.Concurrent;
using System.Collections.Frozen;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Finds out who a session's secret belongs to. Sessions are rows, so any node can end one; what was read is
/// trusted for <see cref="Freshness"/>, so that a request costs no round trip and an ended session dies soon.
/// </summary>
sealed class Sessions(Db database, TimeProvider time)
{
    /// <summary>How long another node's ending or a change of roles may go unnoticed; the promise is 5 s.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    /// <summary>A session that is used lives this long at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>
    /// A session that is not used for so long has ended: longer than a shift, shorter than a night off.
    /// </summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    /// <summary>How exact "last seen" is; a write for every request would cost more than it tells.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Sessions remembered on a node; beyond it, stale ones are dropped.</summary>
    public const int RememberedMax = 20_000;

    readonly ConcurrentDictionary<string, Remembered> remembered = new();

    /// <returns>Null when the secret opens nothing: unknown, ended, expired, or its person was deactivated.</returns>
    public async Task<SignedIn?> Find(BearerSecret secret, CancellationToken cancel)
    {
        var hash = secret.Hash();
        var key = Convert.ToBase64String(hash);
        var now = time.GetUtcNow();
        if (remembered.TryGetValue(key, out var known)
            && now - known.ReadAt < Freshness && now < known.SignedIn.ExpiresAt)
            return known.SignedIn;
        var found = await Read(hash, now, cancel);
        if (found is null) remembered.TryRemove(key, out _);
        else Remember(key, new(found, now));
        return found;
    }

    /// <summary>Forgets what is known of a session, so that this node obeys at once.</summary>
    public void Forget(Guid session) => Forget(known => known.Session == session);

    /// <summary>Forgets all sessions of a person.</summary>
    public void ForgetPerson(Guid person) => Forget(known => known.Person == person);

    /// <summary>Of these sessions of open connections, those that no longer stand as they were.</summary>
    public async Task<IReadOnlyList<(Guid Session, int Version)>> Fallen(
        IReadOnlyCollection<SignedIn> open, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return await work.Query<(Guid, int)>("""
            select open.id, open.version from unnest(@sessions, @versions) as open (id, version)
            where not exists (
              select from session join person on person.id = session.person_id
              where session.id = open.id and session.ended_at is null and session.expires_at > @now
                and person.deactivated_at is null and person.version = open.version)
            """, new
        {
            sessions = open.Select(one => one.Session).ToArray(),
            versions = open.Select(one => one.Version).ToArray(),
            now = time.GetUtcNow(),
        });
    }

    async Task<SignedIn?> Read(byte[] hash, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var row = await work.Single<Row>("""
            select session.id, person_id, last_seen_at, expires_at, roles, partners, version
            from session join person on person.id = session.person_id
            where token_hash = @hash and ended_at is null and expires_at > @now and last_seen_at > @idle
              and deactivated_at is null
            """, new { hash, now, idle = now - IdleLimit });
        if (row is null) return null;
        if (now - row.LastSeenAt >= SeenEvery)
        {
            await work.Execute("update session set last_seen_at = @now where id = @Id", new { now, row.Id });
            await work.Commit();
        }
        return row.AsSignedIn();
    }

    void Remember(string key, Remembered entry)
    {
        if (remembered.Count >= RememberedMax)
            foreach (var (old, known) in remembered)
                if (entry.ReadAt - known.ReadAt >= Freshness) remembered.TryRemove(old, out _);
        if (remembered.Count < RememberedMax) remembered[key] = entry;
    }

    void Forget(Func<SignedIn, bool> which)
    {
        foreach (var (key, known) in remembered)
            if (which(known.SignedIn)) remembered.TryRemove(key, out _);
    }

    sealed record Remembered(SignedIn SignedIn, DateTimeOffset ReadAt);

    sealed record Row(
        Guid Id, Guid PersonId, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt,
        string[] Roles, Guid[] Partners, int Version)
    {
        public SignedIn AsSignedIn() => new(Id, PersonId, Version, ExpiresAt, new Actor(
            Roles.Contains(Role.PartnerViewer) ? ActorKind.Partner : ActorKind.Staff, PersonId,
            Roles.ToFrozenSet(), Partners.ToFrozenSet(), Roles.Contains(Role.Admin), Role.PermissionsOf(Roles)));
    }
}
