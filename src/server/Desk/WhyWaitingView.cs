using System.Text.Json.Serialization;
using Centrala.Core.Routing;

namespace Centrala.Server.Desk;

/// <summary>Why a contact still waits, for a lead to read.</summary>
/// <param name="Position">Its place among those that wait in the queue; 0 when it waits for one person alone.</param>
/// <param name="StepUntil">When the next step comes into force.</param>
/// <param name="Named">Whom alone it waits for.</param>
/// <param name="Steps">The step in force first, then those that follow.</param>
/// <param name="Obstacles">What rules people out, the nearest to a yes first.</param>
/// <param name="CustomerName">Null when nobody knows it, or the reader may read no conversations.</param>
sealed record WhyWaitingView(
    Guid ContactId, string? CustomerName, NamedView Queue, DateTimeOffset Since, int Position, DateTimeOffset? StepUntil, string? Named,
    IReadOnlyList<StepView> Steps, IReadOnlyList<ObstacleView> Obstacles)
{
    /// <summary>For a partner's people: how many are ruled out by what, and not who they are.</summary>
    public WhyWaitingView WithoutNames() =>
        this with { Named = null, Obstacles = [.. Obstacles.Select(obstacle => obstacle with { People = [] })] };
}

/// <param name="ForSeconds">Null for the last.</param>
sealed record StepView(RequirementView Requires, int? ForSeconds);

/// <summary>A requirement as a tree, to be said in the reader's language.</summary>
/// <param name="Kind">any, skill, language, team, vendor, trust, agent; all, one (of several) and not, which have parts.</param>
/// <param name="Name">A skill's, team's, vendor's or person's name; a language's tag.</param>
sealed record RequirementView(
    string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RequirementView>? Parts);

/// <param name="Missing">For what they lack: leaves that would have to hold, or (not) would have to go.</param>
/// <param name="Count">Of all whom it rules out.</param>
/// <param name="People">The first of them, by name.</param>
sealed record ObstacleView(
    Obstacle Kind, IReadOnlyList<RequirementView> Missing, int Count, IReadOnlyList<RuledOutView> People);

/// <param name="AwayKind">One of the directory's, for those who are away.</param>
/// <param name="Since">Of the state, for those who are away or not signed in.</param>
/// <param name="Until">When a cool-down ends.</param>
sealed record RuledOutView(
    Guid Id, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AwayKind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until);
