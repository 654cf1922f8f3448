using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Retention;

/// <summary>What was erased and what stays, in numbers and without a word about the person.</summary>
/// <param name="Kind">customer, person or retention.</param>
/// <param name="AskedBy">The nil id for the nightly work.</param>
/// <param name="Erased">How many of each thing.</param>
/// <param name="Kept">What stays, by names that translations know; each has its reason there.</param>
public sealed record Erasure(
    Guid Id, DateTimeOffset At, string Kind, Guid? PartnerId, Guid? PersonId, Guid AskedBy,
    IReadOnlyDictionary<string, int> Erased, IReadOnlyList<string> Kept)
{
    public const string Customer = "customer";
    public const string Person = "person";
    public const string Retention = "retention";

    /// <summary>Routing's journal holds ids and instants only; figures and invoices are counted from it.</summary>
    const string Routing = "routing";

    /// <summary>Ids of who administered what.</summary>
    const string AuditLog = "audit";

    /// <summary>Copies that are older than the erasure, until they expire.</summary>
    const string Backups = "backups";

    /// <summary>What the person wrote to customers is the customers' record.</summary>
    const string Replies = "replies";

    internal static IReadOnlyList<string> KeptOf(string kind) => kind == Person
        ? [Replies, Routing, AuditLog, Backups]
        : [Routing, Backups];

    internal static async Task<Erasure> Store(
        Work work, Actor actor, DateTimeOffset at, string kind, Guid? partner, Guid? person, string counts)
    {
        var id = Guid.CreateVersion7(at);
        await work.Execute("""
            insert into erasure (id, at, kind, partner_id, person_id, asked_by, counts)
            values (@id, @at, @kind, @partner, @person, @by, @counts::jsonb)
            """, new { id, at, kind, partner, person, by = actor.Id, counts });
        return new(id, at, kind, partner, person, actor.Id, Read(counts), KeptOf(kind));
    }

    internal static IReadOnlyDictionary<string, int> Read(string counts) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(counts)!;
}
