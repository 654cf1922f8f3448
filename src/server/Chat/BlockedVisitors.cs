using System.Collections.Frozen;
using System.Net;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Who may not chat with a partner: by browser, by identity at the partner, and for a while by address.</summary>
sealed class BlockedVisitors(Db database, TimeProvider time) : IDisposable
{
    /// <summary>A block reaches every node within this.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    readonly SemaphoreSlim reading = new(1, 1);
    FrozenSet<(Guid Partner, string Mark)> blocked = [];
    DateTimeOffset readAt = DateTimeOffset.MinValue;

    public async ValueTask<bool> Includes(Guid partner, Guid visitor, IPAddress? address, string? identity, CancellationToken cancel)
    {
        await Refresh(cancel);
        return blocked.Contains((partner, ByVisitor(visitor)))
            || (address is not null && blocked.Contains((partner, ByAddress(address))))
            || (identity is not null && blocked.Contains((partner, ByIdentity(identity))));
    }

    /// <summary>The next question reads anew; called after a change in this process.</summary>
    public void Forget() => readAt = DateTimeOffset.MinValue;

    public void Dispose() => reading.Dispose();

    async ValueTask Refresh(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - readAt < Freshness) return;
        await reading.WaitAsync(cancel);
        try
        {
            if (now - readAt < Freshness) return;
            await using var work = await database.Begin(Actor.System, cancel);
            var rows = await work.Query<Row>("""
                select partner_id, visitor_id, case when address_until > @now then address end as address, identity
                from blocked_visitor where removed_at is null
                """, new { now });
            (blocked, readAt) = (rows.SelectMany(row => row.Marks).ToFrozenSet(), now);
        }
        finally
        {
            reading.Release();
        }
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
