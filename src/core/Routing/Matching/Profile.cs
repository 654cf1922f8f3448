using System.Globalization;
using System.Text;

namespace Centrala.Core.Routing;

/// <summary>What the rules can ask of an agent, in numbers. Agents with the same profile form a group.</summary>
sealed class Profile
{
    readonly int[] levels;
    readonly HashSet<int> partners;
    readonly HashSet<int> queues;

    public Profile(AgentSettings settings, Directory directory)
    {
        Team = settings.Team is { } team ? directory.Team(team) : 0;
        Vendor = settings.Vendor is { } vendor ? directory.Vendor(vendor) : 0;
        Trust = settings.Trust;
        var skills = settings.Skills
            .Select(skill => (Number: directory.Skill(skill.Skill), skill.Level))
            .Order().ToArray();
        levels = new int[skills.Length == 0 ? 0 : skills[^1].Number + 1];
        foreach (var (number, level) in skills) levels[number] = level;
        partners = [.. settings.Partners.Select(directory.Partner)];
        queues = [.. settings.Queues.Select(directory.Queues.NumberEver)];
        Key = KeyOf(skills);
    }

    public int Team { get; }
    public int Vendor { get; }
    public int Trust { get; }

    /// <summary>Those that are listed, by number.</summary>
    public IReadOnlyCollection<int> Queues => queues;

    /// <summary>Equal exactly for equal profiles.</summary>
    public string Key { get; }

    /// <summary>0: he does not have the skill.</summary>
    public int Level(int skill) => (uint)skill < (uint)levels.Length ? levels[skill] : 0;

    public bool Serves(int partner) => partners.Contains(partner);

    public bool Lists(int queue) => queues.Contains(queue);

    string KeyOf((int Number, int Level)[] skills)
    {
        var key = new StringBuilder();
        key.Append(CultureInfo.InvariantCulture, $"{Team},{Vendor},{Trust}");
        foreach (var (number, level) in skills) key.Append(CultureInfo.InvariantCulture, $" {number}:{level}");
        foreach (var partner in partners.Order()) key.Append(CultureInfo.InvariantCulture, $" p{partner}");
        foreach (var queue in queues.Order()) key.Append(CultureInfo.InvariantCulture, $" q{queue}");
        return key.ToString();
    }
}
