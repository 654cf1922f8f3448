using System.Text.RegularExpressions;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>The skills, groups and channels that a scenario names, before anything that refers to them is read.</summary>
sealed partial class ScenarioWords
{
    public ScenarioWords(Fields file)
    {
        var skills = file["skills"]?.List() ?? [];
        Skills = skills.Select((skill, place) => (Word: Word(skill), Id: ScenarioIds.Skill(place)))
            .ToDictionary(pair => pair.Word, pair => pair.Id);
        Groups =
        [
            .. (file["groups"]?.List() ?? []).Select(group => Word(group.Fields(ReadGroups.OfGroup).Needed("name"))),
            .. (file["agents"]?.List() ?? []).Select(agent => Word(agent.Fields(ReadGroups.OfAgent).Needed("name"))),
        ];
        if (Groups.Count == 0) throw file.Needed("groups").Expected("at least one group of agents");
        Capacities = [.. (file["channels"]?.Named() ?? []).Select(pair => Capacity(pair.Name, pair.Value))];
        Requirements = new(
            Skills, Groups.Select((name, place) => (name, place)).DistinctBy(pair => pair.name)
                .ToDictionary(pair => pair.name, pair => ScenarioIds.Team(pair.place)),
            new Dictionary<string, Guid>(), new HashSet<Guid>());
    }

    public Dictionary<string, Guid> Skills { get; }

    /// <summary>Groups, then single agents, who are a group each.</summary>
    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<Capacity> Capacities { get; }

    /// <summary>For the product's own language of requirements: <c>one >= 2 and team specialists</c>.</summary>
    public Words Requirements { get; }

    public static Channel ChannelOf(Entry entry, string name) => name switch
    {
        "call" => Channel.Call,
        "chat" => Channel.Chat,
        "message" => Channel.Message,
        "mail" => Channel.Mail,
        "task" => Channel.Task,
        _ => throw entry.Expected("one of call, chat, message, mail, task"),
    };

    static Capacity Capacity(string name, Entry entry)
    {
        var channel = ChannelOf(entry, name);
        var fields = entry.Fields("cost", "at_once");
        var usual = Channels.Default(channel);
        var most = channel == Channel.Call ? 1 : Limits.Points;
        return new(
            channel, fields["cost"]?.Whole(1, Limits.Points) ?? usual.Cost, fields["at_once"]?.Whole(0, most) ?? usual.AtOnce);
    }

    static string Word(Entry entry) => WordText().IsMatch(entry.Text()) && !RequirementText.Keywords.Contains(entry.Text())
        ? entry.Text()
        : throw entry.Expected("a word of small letters, digits and dashes that means nothing else");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WordText();
}
