using System.Collections.Frozen;
using System.Net;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Who may not chat with a partner: by browser, by identity at the partner, and for a while by address.</summary>
sealed class BlockedVisitors : IDisposable
{
    readonly Db database;
    readonly TimeProvider time;
    readonly FreshCopy<FrozenSet<(Guid Partner, string Mark)>> copy;

    public BlockedVisitors(Db database, TimeProvider time) =>
        (this.database, this.time, copy) = (database, time, new(Read, time));

    public async ValueTask<bool> Includes(Guid partner, Guid visitor, IPAddress? address, string? identity, CancellationToken cancel)
    {
        var blocked = await copy.Get(cancel);
        return blocked.Contains((partner, ByVisitor(visitor)))
            || (address is not null && blocked.Contains((partner, ByAddress(address))))
            || (identity is not null && blocked.Contains((partner, ByIdentity(identity))));
    }

    /// <inheritdoc cref="FreshCopy{T}.Forget"/>
    public void Forget() => copy.Forget();

    public void Dispose() => copy.Dispose();

    async Task<FrozenSet<(Guid Partner, string Mark)>> Read(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<Row>("""
            select partner_id, visitor_id, case when address_until > @now then address end as address, identity
            from blocked_visitor where removed_at is null
            """, new { now = time.GetUtcNow() });
        return rows.SelectMany(row => row.Marks).ToFrozenSet();
    }

    static string ByVisitor(Guid visitor) => "visitor " + visitor;

    static string ByAddress(IPAddress address) => "address " + (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    static string ByIdentity(string identity) => "identity " + identity;

    sealed record Row(Guid PartnerId, Guid VisitorId, IPAddress? Address, string? Identity)
    {
        public IEnumerable<(Guid, string)> Marks
        {
            get
            {
                yield return (PartnerId, ByVisitor(VisitorId));
                if (Address is not null) yield return (PartnerId, ByAddress(Address));
                if (Identity is not null) yield return (PartnerId, ByIdentity(Identity));
            }
        }
    }
}
