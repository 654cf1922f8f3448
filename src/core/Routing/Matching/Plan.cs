using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Steps and order, fixed for a contact when it arrives. Contacts of one queue and language share theirs; one with steps
/// of its own has a plan of its own, which another gets when it is forgotten.
/// </summary>
sealed class Plan
{
    public readonly record struct PlanStep(Rule Rule, long ForTicks, bool WhileSignedIn);

    Demand?[] demands = [];

    public IReadOnlyList<Step> Source { get; private set; } = [];

    /// <summary>From the flow, not from the queue.</summary>
    public bool IsOwn { get; private set; }
    public int Queue { get; private set; }
    public int Language { get; private set; }
    public int SlopeMilli { get; private set; }
    public int CapMilli { get; private set; }

    /// <summary>Step n of a contact is <c>Steps[n - 1]</c>.</summary>
    public PlanStep[] Steps { get; private set; } = [];

    /// <param name="steps">What <see cref="InNumbers"/> made of the source.</param>
    public void Set(
        IReadOnlyList<Step> source, PlanStep[] steps, bool isOwn, int queue, int language, int slopeMilli, int capMilli)
    {
        (Source, Steps, IsOwn) = (source, steps, isOwn);
        (Queue, Language, SlopeMilli, CapMilli) = (queue, language, slopeMilli, capMilli);
        var room = steps.Length * Channels.Count;
        if (demands.Length == room) Array.Clear(demands);
        else demands = new Demand?[room];
    }

    /// <param name="language">The customer's, a skill number; 0: any.</param>
    public static PlanStep[] InNumbers(IReadOnlyList<Step> steps, int language, Directory directory) =>
    [
        .. steps.Select(step => new PlanStep(
            Rule.Of(step.Requires, language, directory), step.For?.Ticks ?? 0, step.WhileSignedIn)),
    ];

    /// <summary>Where the demand of a step is remembered, for contacts with their channel's cost.</summary>
    public ref Demand? DemandAt(int step, Channel channel) => ref demands[(step - 1) * Channels.Count + (int)channel];
}
