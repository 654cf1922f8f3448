namespace Centrala.Core.Workforce.Simulation;

/// <summary>The ids by which the router knows what a scenario names: alike in every run.</summary>
public static class ScenarioIds
{
    internal static Guid Partner { get; } = Id(1, 0);

    /// <param name="place">Of the skill in the scenario, from 0.</param>
    public static Guid Skill(int place) => Id(6, place);

    /// <summary>The team that all agents of a group are.</summary>
    /// <param name="place">Of the group in the scenario, from 0.</param>
    public static Guid Team(int place) => Id(2, place);

    internal static Guid Agent(int number) => Id(3, number);

    internal static Guid Queue(int place) => Id(4, place);

    internal static Guid Contact(int number) => Id(5, number);

    static Guid Id(short kind, int number) => new(number, kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
