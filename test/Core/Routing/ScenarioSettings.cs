using System.Globalization;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>The lines of a script that configure: cells, queues and agents.</summary>
static class ScenarioSettings
{
    static readonly HashSet<string> QueueWords =
    [
        "needs", "members", "offer-timeout", "wrap-up", "slope", "base", "cap", "selection", "auto-accept", "places", "overflow-after",
        "overflow-behind", "overflow-below", "overflow-unstaffed", "target", "keeps", "interrupts",
        "interruptible", "pause-limit", "due-lead", "shares-places-of", "service-window", "picking",
        "diverts-to", "when-full", "when-closed", "on-closing", "partner", "skips-empty-steps",
    ];

    public static void Apply(ScenarioFloor floor, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Command command = words[0] switch
        {
            "queue" => Command.ConfigureQueue(Queue(floor, words)),
            "agent" => Command.ConfigureAgent(Agent(floor, words[1], words[2..])),
            "partner" => Command.ConfigurePartner(floor.Id(words[1])),
            "cell" => Command.ConfigureCell(Cell(words)),
            _ => throw new FormatException("Not a line of a script: " + line),
        };
        Assert.Null(floor.Perform(command));
    }

    public static TimeSpan Duration(string text) => text[^1] switch
    {
        's' => TimeSpan.FromSeconds(Number(text[..^1])),
        'm' => TimeSpan.FromMinutes(Number(text[..^1])),
        'h' => TimeSpan.FromHours(Number(text[..^1])),
        _ => throw new FormatException("Not a duration: " + text),
    };

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static CellSettings Cell(string[] words)
    {
        var settings = new CellSettings();
        for (var i = 1; i < words.Length; i += 2)
        {
            var time = Duration(words[i + 1]);
            settings = words[i] switch
            {
                "cool-down" => settings with { CoolDown = time },
                "ramp-in" => settings with { RampIn = time },
                "ramp-in-pause" => settings with { RampInPause = time },
                "waits-for-named" => settings with { WaitsForNamed = time },
                _ => throw new FormatException("Unknown setting of the cell: " + words[i]),
            };
        }

        return settings;
    }

    static QueueSettings Queue(ScenarioFloor floor, string[] words)
    {
        var settings = new QueueSettings { Id = floor.Id(words[1]), Partner = floor.Id("partner"), Members = Requirement.Anyone };
        for (var i = 2; i < words.Length;)
        {
            var end = i + 1;
            while (end < words.Length && !QueueWords.Contains(words[end])) end++;
            settings = With(floor, settings, words[i], string.Join(' ', words[(i + 1)..end]));
            i = end;
        }

        return settings;
    }

    static QueueSettings With(ScenarioFloor floor, QueueSettings settings, string word, string value) => word switch
    {
        "needs" => settings with { Steps = RequirementText.Steps(floor, value) },
        "members" => settings with { Members = value == "listed" ? null : RequirementText.Requirement(floor, value) },
        "offer-timeout" => settings with { OfferTimeout = Duration(value) },
        "wrap-up" =>
            settings with { WrapUp = value switch { "none" => TimeSpan.Zero, "unlimited" => null, _ => Duration(value) } },
        "slope" => settings with { SlopeMilli = Number(value) },
        "base" => settings with { BaseMilli = Number(value) },
        "cap" => settings with { CapMilli = Number(value) },
        "selection" => settings with { Selection = Enum.Parse<Selection>(value.Replace("-", ""), ignoreCase: true) },
        "auto-accept" => settings with { AutoAccept = true },
        "skips-empty-steps" => settings with { SkipsEmptySteps = true },
        "places" => settings with { Places = Number(value) },
        "overflow-after" => settings with { OverflowsAfter = Duration(value) },
        "overflow-behind" => settings with { OverflowsBehind = Number(value) },
        "overflow-below" => settings with { OverflowsBelowBasisPoints = Number(value.TrimEnd('%')) * 100 },
        "overflow-unstaffed" => settings with { OverflowsUnstaffed = true },
        "keeps" => settings with { Hold = HoldOf(floor, value.Split(' ', 4)) },
        "interrupts" => settings with { Interrupts = value != "nothing" },
        "interruptible" => settings with { Interruptible = value != "never" },
        "pause-limit" => settings with { PauseLimit = Duration(value) },
        "shares-places-of" => settings with { SharesPlacesOf = floor.Id(value) },
        "service-window" => settings with { ServiceWindow = Duration(value) },
        "picking" => settings with { AllowsPicking = true },
        "due-lead" => settings with { DueLead = Duration(value) },
        "target" => settings with { TargetWithin = Duration(value) },
        "diverts-to" => settings with { DivertsTo = floor.Id(value) },
        "when-full" => settings with { WhenFull = DiversionOf(value) },
        "when-closed" => settings with { WhenClosed = DiversionOf(value) },
        "on-closing" => settings with { OnClosing = DiversionOf(value) },
        "partner" => settings with { Partner = floor.Id(value) },
        _ => throw new FormatException("Unknown setting of a queue: " + word),
    };

    /// <summary><c>2 for calls anyone</c>, <c>1 for chats billing>=2</c>: so many of those who fit.</summary>
    static HoldSettings HoldOf(ScenarioFloor floor, string[] words) => new(
        RequirementText.Requirement(floor, words[3]),
        Enum.Parse<Channel>(words[2].TrimEnd('s'), ignoreCase: true),
        Number(words[0]));

    static Diversion DiversionOf(string value) => Enum.Parse<Diversion>(value.Replace("-", ""), ignoreCase: true);

    /// <summary>
    /// Skills with levels, <c>of red</c> (team), <c>trust 3</c>, <c>lists A,B</c> (queues), <c>serves P</c>, <c>holds
    /// chat:50/2</c>, <c>weight 20</c>, <c>takes longest</c>.
    /// </summary>
    public static AgentSettings Agent(ScenarioFloor floor, string name, string[] words)
    {
        var settings = new AgentSettings { Id = floor.Id(name), Partners = [floor.Id("partner")] };
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            var value = words[i + 1];
            settings = words[i] switch
            {
                "of" => settings with { Team = floor.Team(value) },
                "weight" => settings with { Weight = Number(value) },
                "takes" => settings with { TakesFromLongestQueue = value == "longest" },
                "trust" => settings with { Trust = Number(value) },
                "lists" => settings with { Queues = [.. value.Split(',').Select(floor.Id)] },
                "serves" => settings with { Partners = [.. value.Split(',').Select(floor.Id)] },
                "holds" => settings with { Capacities = [.. settings.Capacities, CapacityOf(value)] },
                var skill => settings with { Skills = [.. settings.Skills, new(floor.Skill(skill), Number(value))] },
            };
        }

        return settings;
    }

    static Capacity CapacityOf(string text)
    {
        var parts = text.Split(':', '/');
        return new(Enum.Parse<Channel>(parts[0], ignoreCase: true), Number(parts[1]), Number(parts[2]));
    }
}
