using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Steps and order, fixed for a contact when it arrives. Contacts of one queue and language share theirs.
/// </summary>
sealed class Plan
{
    public readonly record struct PlanStep(Rule Rule, long ForTicks, bool WhileSignedIn);

    readonly Demand?[] demands;

    public Plan(
        IReadOnlyList<Step> source, bool isOwn, int queue, int language, int slopeMilli, int capMilli, Directory directory)
    {
        Source = source;
        IsOwn = isOwn;
        Queue = queue;
        Language = language;
        SlopeMilli = slopeMilli;
        CapMilli = capMilli;
        Steps =
        [
            .. source.Select(step => new PlanStep(
                Rule.Of(step.Requires, language, directory), step.For?.Ticks ?? 0, step.WhileSignedIn)),
        ];
        demands = new Demand?[Steps.Length * Channels.Count];
    }

    public IReadOnlyList<Step> Source { get; }

    /// <summary>From the flow, not from the queue.</summary>
    public bool IsOwn { get; }
    public int Queue { get; }
    public int Language { get; }
    public int SlopeMilli { get; }
    public int CapMilli { get; }

    /// <summary>Step n of a contact is <c>Steps[n - 1]</c>.</summary>
    public PlanStep[] Steps { get; }

    /// <summary>Where the demand of a step is remembered, for contacts with their channel's cost.</summary>
    public ref Demand? DemandAt(int step, Channel channel) => ref demands[(step - 1) * Channels.Count + (int)channel];
}
