using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>The agents of a scenario: interchangeable ones by group, others by name.</summary>
static class ReadGroups
{
    public static readonly string[] OfGroup = ["name", "count", "skills", "cost_per_hour"];
    public static readonly string[] OfAgent = ["name", "skills", "cost_per_hour"];

    public static IReadOnlyList<StaffGroup> From(Fields file, ScenarioWords words)
    {
        var cost = file["costs"]?.Fields("per_agent_hour")["per_agent_hour"]?.Number(0, 1e9) ?? 0;
        StaffGroup Group(Entry entry, string[] known)
        {
            var fields = entry.Fields(known);
            return new()
            {
                Name = fields.Needed("name").Text(),
                Skills = [.. (fields["skills"]?.Named() ?? []).Select(pair => Skill(pair.Name, pair.Value, words))],
                Count = fields["count"] is { } count ? Count(count) : Course.Constant(1),
                Capacities = words.Capacities,
                CostPerAgentHour = fields["cost_per_hour"]?.Number(0, 1e9) ?? cost,
            };
        }

        StaffGroup[] groups =
        [
            .. (file["groups"]?.List() ?? []).Select(group => Group(group, OfGroup)),
            .. (file["agents"]?.List() ?? []).Select(agent => Group(agent, OfAgent)),
        ];
        var where = file["groups"] ?? file.Needed("agents");
        if (groups.Sum(group => group.Count.Most) > ReadScenario.AgentsMax)
        {
            throw where.Expected($"at most {ReadScenario.AgentsMax} agents");
        }
        if (groups.DistinctBy(group => group.Name).Count() < groups.Length) throw where.Expected("a name of its own for each");
        return groups;
    }

    static Course Count(Entry count)
    {
        if (!count.IsMap) return Course.Constant(count.Whole(0, ReadScenario.AgentsMax));
        var fields = count.Fields("every", "values");
        var values = fields.Needed("values").List(1).Select(value => (double)value.Whole(0, ReadScenario.AgentsMax));
        return new(fields.Needed("every").Time(), [.. values]);
    }

    static SkillLevel Skill(string name, Entry level, ScenarioWords words) =>
        words.Skills.TryGetValue(name, out var skill)
            ? new(skill, level.Whole(1, Limits.HighestLevel))
            : throw level.Expected($"one of the skills {string.Join(", ", words.Skills.Keys)} before its level");
}
