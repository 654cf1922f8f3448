using System.Globalization;
using Centrala.Core.Routing;
using Centrala.Server.Desk;

namespace Centrala.Server.Replay;

/// <summary>An explanation in plain English, for the command line; browsers say it in their reader's language.</summary>
static class ExplanationText
{
    const string Indent = "      ";

    /// <summary>Line by line, in the order in which it happened.</summary>
    public static IEnumerable<string> Of(ExplanationView told)
    {
        yield return $"Contact {told.ContactId}. Times are UTC.";
        var moments = told.Waits.Select(wait => (At: wait.From, Lines: Lines(wait)))
            .Concat(told.Choices.Select(choice => (choice.At, Lines: Lines(choice))));
        foreach (var line in moments.OrderBy(moment => moment.At).SelectMany(moment => moment.Lines)) yield return line;
        if (told.IsCut) yield return "It goes on: what came later is not explained here.";
    }

    static IEnumerable<string> Lines(WaitView wait)
    {
        var (why, until) = (wait.Why, wait.Until is { } end ? $"until {Time(end)}" : "still");
        var needs = why.Named is { } named ? $"only {named}" : why.Steps.Count > 0 ? Words(why.Steps[0].Requires) : "nobody";
        yield return $"{Time(wait.From)}  waits in {why.Queue.Name} {until} for {needs}"
            + (why.Position > 0 ? $", as number {why.Position}" : "");
        foreach (var obstacle in why.Obstacles) yield return Indent + Words(obstacle);
        if (why.Obstacles.Count == 0) yield return Indent + "nobody serves this partner";
    }

    static IEnumerable<string> Lines(ChoiceView choice)
    {
        yield return $"{Time(choice.At)}  offered to {choice.Agent?.Name ?? "somebody"} (offer {choice.Offer})";
        if (choice.Reasons is not { } why)
        {
            yield return $"{Indent}decided by rules {choice.Rules}, for which this program cannot speak";
            yield break;
        }
        if (why.FreedAgent is { } freed)
            yield return $"{Indent}{freed.Name} could take more, and this had the best of {why.ClaimCount + 1} claims: "
                + $"rank {Rank(why.RankMilli)}";
        foreach (var claim in why.Claims)
            yield return $"{Indent}  behind it {claim.ContactId} in {claim.Queue.Name}: rank {Rank(claim.RankMilli)}, since {Time(claim.Since)}";
        if (why.ByQueue) yield return $"{Indent}the queue takes {Words(why.Order)} of the {why.ContenderCount} who could";
        foreach (var one in why.Contenders)
            yield return $"{Indent}  {one.Agent.Name}: idle since {Time(one.IdleSince)}, {one.PointsUsed} points in use{Score(one, why.Order)}";
        foreach (var obstacle in why.Obstacles) yield return Indent + Words(obstacle);
    }

    static string Words(ObstacleView obstacle)
    {
        var names = obstacle.People.Count == 0 ? "" : ": " + string.Join(", ", obstacle.People.Select(person => person.Name));
        return $"{obstacle.Count} {Words(obstacle.Kind, string.Join(", ", obstacle.Missing.Select(Words)))}{names}";
    }

    internal static string Words(Obstacle kind, string missing) => kind switch
    {
        Obstacle.None => "could be chosen",
        Obstacle.RampingIn => "just signed in, and get offers one by one",
        Obstacle.HeldBack => "kept free for a strict queue",
        Obstacle.CoolingDown => "refused or missed it a moment ago",
        Obstacle.HandsItOn => "hand it on",
        Obstacle.NoRoom => "have no room",
        Obstacle.NoTelephone => "have no telephone",
        Obstacle.Unreachable => "have no connection",
        Obstacle.Away => "away",
        Obstacle.NotSignedIn => "not signed in",
        Obstacle.Lacks => $"lack {missing}",
        Obstacle.NotMember => "do not belong to the queue",
        Obstacle.NotNamed => "are not the one it waits for",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal static string Words(Selection order) => order switch
    {
        Selection.LongestIdle => "the longest idle",
        Selection.LeastOccupied => "the least occupied",
        Selection.BestFit => "the least versatile",
        Selection.MostSkilled => "the most skilled",
        Selection.RoundRobin => "who was longest without an offer",
        Selection.WeightedTurns => "in turn, by weight,",
        Selection.Random => "one at random",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    static string Words(RequirementView requirement) => requirement switch
    {
        { Kind: "all", Parts: { } parts } => string.Join(" and ", parts.Select(Words)),
        { Kind: "one", Parts: { } parts } => $"({string.Join(" or ", parts.Select(Words))})",
        { Kind: "not", Parts: { } parts } => $"not {Words(parts[0])}",
        { Kind: "trust", Level: { } level } => $"trust {level}",
        { Name: { } name, Level: { } level } => $"{name} {level}",
        { Name: { } name } => name,
        _ => "anyone",
    };

    static string Score(ContenderView one, Selection order) =>
        order == Selection.LongestIdle ? "" : $", score {one.Score.ToString(CultureInfo.InvariantCulture)}";

    static string Rank(long milli) => (milli / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
