using System.Collections.Frozen;
using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>
/// The names that belong to routing's ids. Who is shown a name was decided before: it belongs to something that the
/// router put on the reader's desk, or that lies within the reader's partners.
/// </summary>
sealed class Names(Db database, TimeProvider time)
{
    /// <summary>A name that was changed is seen after this at the latest; a change of routing is seen at once.</summary>
    static readonly TimeSpan keep = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim reading = new(1, 1);
    volatile NameBook? book;

    public async ValueTask<NameBook> Get(CancellationToken cancel)
    {
        if (book is { } known && time.GetUtcNow() - known.At < keep) return known;
        await reading.WaitAsync(cancel);
        try
        {
            if (book is { } fresh && time.GetUtcNow() - fresh.At < keep) return fresh;
            return book = await NameBook.Read(database, time.GetUtcNow(), cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Forgets the names when routing was configured.</summary>
    public void Hear(Publication publication)
    {
        foreach (var record in publication.Records)
            foreach (var happened in record.Events)
                if (happened.Kind is >= EventKind.CellConfigured and <= EventKind.AgentRemoved) book = null;
    }
}

sealed record QueueName(Guid Id, string Name, Guid PartnerId, string[] Channels, int TargetSeconds, int TargetBasisPoints);

/// <param name="Language">A tag, when the skill is a language.</param>
sealed record SkillName(Guid Id, string Name, string? Language);

/// <summary>Everything that has a name, as it stood at one instant.</summary>
sealed record NameBook(
    DateTimeOffset At, FrozenDictionary<Guid, PartnerView> Partners, FrozenDictionary<Guid, QueueName> Queues,
    FrozenDictionary<Guid, SkillName> Skills, FrozenDictionary<Guid, string> Teams, FrozenDictionary<Guid, string> Vendors,
    FrozenDictionary<Guid, string> People)
{
    /// <summary>Stands for what was removed.</summary>
    const string Unknown = "–";

    public static async Task<NameBook> Read(Db database, DateTimeOffset at, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        return new(
            at,
            (await work.Query<PartnerView>("select id, name, colour from partner")).ToFrozenDictionary(partner => partner.Id),
            (await work.Query<QueueName>("""
                select id, name, partner_id, channels, target_seconds, target_basis_points from queue
                """)).ToFrozenDictionary(queue => queue.Id),
            (await work.Query<SkillName>("select id, name, language from skill")).ToFrozenDictionary(skill => skill.Id),
            (await work.Query<NamedView>("select id, name from team")).ToFrozenDictionary(team => team.Id, team => team.Name),
            (await work.Query<NamedView>("select id, name from vendor"))
                .ToFrozenDictionary(vendor => vendor.Id, vendor => vendor.Name),
            (await work.Query<NamedView>("select id, name from person"))
                .ToFrozenDictionary(person => person.Id, person => person.Name));
    }

    public PartnerView Partner(Guid id) => Partners.GetValueOrDefault(id) ?? new(id, Unknown, "#808080");

    public NamedView Queue(Guid id) => new(id, Queues.GetValueOrDefault(id)?.Name ?? Unknown);

    public string Skill(Guid id) => Skills.GetValueOrDefault(id)?.Name ?? Unknown;

    public string Team(Guid id) => Teams.GetValueOrDefault(id) ?? Unknown;

    public string Vendor(Guid id) => Vendors.GetValueOrDefault(id) ?? Unknown;

    public string Person(Guid id) => People.GetValueOrDefault(id) ?? Unknown;

    public NamedView PersonView(Guid id) => new(id, Person(id));

    /// <returns>A tag; empty when it is not known.</returns>
    public string Language(Guid? skill) => skill is { } id ? Skills.GetValueOrDefault(id)?.Language ?? "" : "";
}
