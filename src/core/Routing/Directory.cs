using System.Diagnostics.CodeAnalysis;

namespace Centrala.Core.Routing;

/// <summary>Ids at the border, numbers inside: numbers are given from 1 in the order of events, hence the same in every replay.</summary>
/// <remarks>All look-ups take constant time and answer 0 (or an empty id) for what is not there.</remarks>
public sealed class Directory
{
    internal readonly NumberedIds Partners = new();
    internal readonly NumberedIds Skills = new();
    internal readonly NumberedIds Teams = new();
    internal readonly NumberedIds Vendors = new();
    internal readonly NumberedIds Queues = new();
    internal readonly NumberedIds Agents = new();
    internal readonly Dictionary<Guid, int> Contacts = new(ByRandomHalf.Comparer);
    internal readonly Dictionary<Guid, int>[] External = new Dictionary<Guid, int>[Vocabulary.Channels.Count];

    readonly HashSet<int> _languages = [];

    internal Directory()
    {
        for (var channel = 0; channel < External.Length; channel++) External[channel] = new(ByRandomHalf.Comparer);
    }

    public int Partner(Guid id) => Partners.Number(id);

    public int Skill(Guid id) => Skills.Number(id);

    public int Team(Guid id) => Teams.Number(id);

    public int Vendor(Guid id) => Vendors.Number(id);

    public int Queue(Guid id) => Queues.Number(id);

    public int Agent(Guid id) => Agents.Number(id);

    /// <summary>Also of a contact that ended, as long as it is remembered.</summary>
    public int Contact(Guid id) => Contacts.GetValueOrDefault(id);

    /// <summary>Whether the skill is a language.</summary>
    public bool IsLanguage(int skill) => _languages.Contains(skill);

    internal void AddSkill(Guid id, bool isLanguage)
    {
        Skills.Add(id);
        if (isLanguage) _languages.Add(Skills.Count);
    }

    public Guid PartnerId(int number) => Partners.Id(number);

    public Guid SkillId(int number) => Skills.Id(number);

    public Guid TeamId(int number) => Teams.Id(number);

    public Guid VendorId(int number) => Vendors.Id(number);

    public Guid QueueId(int number) => Queues.Id(number);

    public Guid AgentId(int number) => Agents.Id(number);
}

/// <summary>Ids that get the next number when they are first seen. One that is removed and comes back has its number again.</summary>
sealed class NumberedIds
{
    readonly Dictionary<Guid, int> _numbers = [];
    readonly List<Guid> _ids = [Guid.Empty];
    readonly HashSet<int> _removed = [];

    public int Count => _ids.Count - 1;

    public bool Has(int number) => number > 0 && number < _ids.Count && !IsRemoved(number);

    /// <summary>0: it is not there, or was removed.</summary>
    public int Number(Guid id) => _numbers.TryGetValue(id, out var number) && !IsRemoved(number) ? number : 0;

    /// <summary>Also of a removed one, so that rules mean the same whenever they are put into numbers.</summary>
    public int NumberEver(Guid id) => _numbers.GetValueOrDefault(id);

    /// <summary>The number that the id has, or will have.</summary>
    public int NextNumber(Guid id) => NumberEver(id) is var number and > 0 ? number : _ids.Count;

    /// <summary>Also of a removed one.</summary>
    public Guid Id(int number) => (uint)number < (uint)_ids.Count ? _ids[number] : Guid.Empty;

    public bool IsRemoved(int number) => _removed.Contains(number);

    public void Add(Guid id)
    {
        if (_numbers.TryGetValue(id, out var number))
        {
            _removed.Remove(number);
            return;
        }

        _ids.Add(id);
        _numbers.Add(id, _ids.Count - 1);
    }

    public void Remove(int number) => _removed.Add(number);
}

/// <summary>Version 7 ids begin with the time and end with 62 random bits: the last eight bytes are hash enough.</summary>
sealed class ByRandomHalf : IEqualityComparer<Guid>
{
    public static readonly ByRandomHalf Comparer = new();

    public bool Equals(Guid left, Guid right) => left == right;

    [SuppressMessage("Performance", "CA1822", Justification = "Implements an interface.")]
    public int GetHashCode(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BitConverter.ToInt32(bytes[8..]) ^ BitConverter.ToInt32(bytes[12..]);
    }
}
