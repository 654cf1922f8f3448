using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// Says what came of the last command: its events in order, then who waits because of it and at which place.
/// </summary>
static class ScenarioTelling
{
    public static string Tell(ScenarioFloor floor)
    {
        var told = floor.Last.Select(happened => Tell(floor, happened)).OfType<string>().ToList();
        told.AddRange(Waiting(floor));
        return string.Join(", ", told);
    }

    /// <returns>Null for what the line itself says already, and for beginning to wait, which is told last.</returns>
    static string? Tell(ScenarioFloor floor, Event happened)
    {
        var contact = happened.Contact > 0 && floor.Router.HasContact(happened.Contact) ? floor.ContactName(happened.Contact) : "";
        var agent = happened.Agent > 0 ? floor.AgentName(happened.Agent) : "";
        return happened.Kind switch
        {
            EventKind.Offered when happened.Reason == Reason.PickedByAgent => $"{contact} picked {agent}",
            EventKind.Offered => $"{contact} offered {agent}",
            EventKind.OfferFailed when happened.Reason == Reason.Missed => $"{contact} unanswered {agent}",
            EventKind.OfferFailed when happened.Reason == Reason.Refused => $"{contact} refused {agent}",
            EventKind.OfferFailed => $"{contact} withdrawn {agent}",
            EventKind.Connected => $"{contact} connected {agent}",
            EventKind.Consulted => $"{contact} asks {agent}",
            EventKind.ConsultEnded => $"{contact} asks {agent} no more",
            EventKind.SegmentEnded => happened.Flag ? $"{contact} wrap-up {agent}" : $"{contact} left {agent}",
            EventKind.WorkPaused => $"{contact} paused {agent}",
            EventKind.WorkResumed => $"{contact} resumed {agent}",
            EventKind.WrapUpEnded => $"{contact} done {agent}",
            EventKind.ContactEnded => $"{contact} ended {Kebab(happened.Reason)}",
            EventKind.ContactParked => $"{contact} parked {Kebab(happened.Reason)}",
            EventKind.ContactWoken => $"{contact} woken {Kebab(happened.Reason)}",
            EventKind.StepEntered => $"{contact} step {happened.Step}",
            EventKind.SeekEnded =>
                $"{contact} stays {floor.AgentName(floor.Router.Contact(happened.Contact).ConnectedTo)}",
            EventKind.OfferedTooOften => $"{contact} alarm {happened.Number}",
            EventKind.AgentStateChanged when happened.Reason == Reason.Missed => $"{agent} unavailable no-answer",
            EventKind.AgentStateChanged when happened.Reason != Reason.Chosen =>
                $"{agent} {happened.State.ToString().ToLowerInvariant()}",
            EventKind.BecameUnreachable => $"{agent} unreachable",
            _ => null,
        };
    }

    static IEnumerable<string> Waiting(ScenarioFloor floor)
    {
        var touched = floor.Last
            .Where(happened => happened.Kind is EventKind.Queued or EventKind.OfferFailed or EventKind.PrioritySet)
            .Select(happened => happened.Contact).Distinct();
        foreach (var number in touched)
        {
            var contact = floor.Router.Contact(number);
            if (contact.Seek != SeekState.Waiting) continue;
            yield return contact.Step == 0
                ? $"{floor.ContactName(number)} waiting for {floor.AgentName(contact.Named)}"
                : $"{floor.ContactName(number)} waiting {floor.QueueName(contact.Queue)} #{floor.Router.Position(number, floor.At)}";
        }
    }

    /// <summary>From and to, in seconds.</summary>
    public static string Expected(ScenarioFloor floor, int contact) =>
        floor.Router.ExpectedWait(contact, floor.At) is var (from, to) ? $"{from.TotalSeconds} to {to.TotalSeconds} s" : "no guess";

    /// <summary>What rules each agent out, in the order of their numbers.</summary>
    public static string Why(ScenarioFloor floor, int contact) =>
        string.Join(", ", floor.Router.WhyWaiting(contact).Select(candidate => Why(floor, candidate)));

    static string Why(ScenarioFloor floor, Candidate candidate)
    {
        var told = $"{floor.AgentName(candidate.Agent)} {Kebab(candidate.Obstacle)}";
        var missing = candidate.Missing.Select(leaf =>
            (leaf.IsUnwanted ? "not " : "") + (leaf.Kind == MatchKind.Skill
                ? $"{floor.Name(floor.Router.Directory.SkillId(leaf.Number))} {leaf.Asked}"
                : Kebab(leaf.Kind)));
        return string.Join(" ", missing.Prepend(told));
    }

    static string Kebab<TWord>(TWord word) where TWord : struct, Enum =>
        string.Concat(word.ToString().Select((letter, place) =>
            char.IsUpper(letter) && place > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
