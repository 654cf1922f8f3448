using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Ids at the border, numbers inside: numbers are given from 1 in the order of events, hence the same in every replay.
/// </summary>
/// <remarks>All look-ups take constant time and answer 0 (or an empty id) for what is not there.</remarks>
public sealed class Directory
{
    internal readonly NumberedIds Partners = new();
    internal readonly NumberedIds Skills = new();
    internal readonly NumberedIds Teams = new();
    internal readonly NumberedIds Vendors = new();
    internal readonly NumberedIds Queues = new();
    internal readonly NumberedIds Agents = new();
    readonly ContactNumbers contacts;
    readonly ContactNumbers external;

    readonly HashSet<int> languages = [];

    internal Directory(Contacts contacts)
    {
        this.contacts = new(contacts, areExternal: false);
        external = new(contacts, areExternal: true);
    }

    public int Partner(Guid id) => Partners.Number(id);

    public int Skill(Guid id) => Skills.Number(id);

    public int Team(Guid id) => Teams.Number(id);

    public int Vendor(Guid id) => Vendors.Number(id);

    public int Queue(Guid id) => Queues.Number(id);

    public int Agent(Guid id) => Agents.Number(id);

    /// <summary>Also of a contact that ended, as long as it is remembered.</summary>
    public int Contact(Guid id) => contacts.Find(id);

    /// <summary>By its external id within the channel.</summary>
    public int Contact(Guid external, Channel channel) => this.external.Find(external, channel);

    /// <summary>Whether the skill is a language.</summary>
    public bool IsLanguage(int skill) => languages.Contains(skill);

    /// <summary>A contact with these ids will be looked for.</summary>
    internal void FetchAhead(Guid id, Guid external, Channel channel) =>
        FetchAhead(new(ContactHashes.OfId(id), external == Guid.Empty ? 0 : ContactHashes.OfExternal(external, channel)));

    internal void FetchAhead(ContactHashes hashes)
    {
        contacts.FetchAhead(hashes.Id);
        if (hashes.External != 0) external.FetchAhead(hashes.External);
    }

    internal void Add(in Contact contact)
    {
        var hashes = ContactHashes.Of(contact);
        contacts.Add(hashes.Id, contact.Number);
        if (hashes.External != 0) external.Add(hashes.External, contact.Number);
    }

    internal void Remove(in EndedContact contact)
    {
        contacts.Remove(contact.Hashes.Id, contact.Number);
        if (contact.Hashes.External != 0) external.Remove(contact.Hashes.External, contact.Number);
    }

    internal void AddSkill(Guid id, bool isLanguage)
    {
        Skills.Add(id);
        if (isLanguage) languages.Add(Skills.Count);
    }

    public Guid PartnerId(int number) => Partners.Id(number);

    public Guid SkillId(int number) => Skills.Id(number);

    public Guid TeamId(int number) => Teams.Id(number);

    public Guid VendorId(int number) => Vendors.Id(number);

    public Guid QueueId(int number) => Queues.Id(number);

    public Guid AgentId(int number) => Agents.Id(number);
}

/// <summary>
/// Ids that get the next number when they are first seen. One that is removed and comes back has its number again.
/// </summary>
sealed class NumberedIds
{
    readonly Dictionary<Guid, int> numbers = [];
    readonly List<Guid> ids = [Guid.Empty];
    readonly HashSet<int> removed = [];

    public int Count => ids.Count - 1;

    public bool Has(int number) => number > 0 && number < ids.Count && !IsRemoved(number);

    /// <summary>0: it is not there, or was removed.</summary>
    public int Number(Guid id) => numbers.TryGetValue(id, out var number) && !IsRemoved(number) ? number : 0;

    /// <summary>Also of a removed one, so that rules mean the same whenever they are put into numbers.</summary>
    public int NumberEver(Guid id) => numbers.GetValueOrDefault(id);

    /// <summary>The number that the id has, or will have.</summary>
    public int NextNumber(Guid id) => NumberEver(id) is var number and > 0 ? number : ids.Count;

    /// <summary>Also of a removed one.</summary>
    public Guid Id(int number) => (uint)number < (uint)ids.Count ? ids[number] : Guid.Empty;

    public bool IsRemoved(int number) => removed.Contains(number);

    public void Add(Guid id)
    {
        if (numbers.TryGetValue(id, out var number))
        {
            removed.Remove(number);
            return;
        }

        ids.Add(id);
        numbers.Add(id, ids.Count - 1);
    }

    public void Remove(int number) => removed.Add(number);
}
