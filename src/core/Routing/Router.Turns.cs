namespace Centrala.Core.Routing;

/// <summary>
/// Turns by weight: each offer moves its agent on by a stretch that is the shorter the greater his weight, and who is
/// furthest behind is next. Who was away for long is not behind: nobody stands before the turn that was last taken.
/// </summary>
public sealed partial class Router
{
    /// <summary>The stretch of weight 1; divisible by most weights.</summary>
    const long Stretch = 5_040_000;

    long lastTurn;

    long TurnOf(Agent agent) => Math.Max(agent.Turn, lastTurn);

    void TakeTurn(Agent agent, Queue queue)
    {
        if (queue.Settings.Selection != Selection.WeightedTurns) return;
        lastTurn = TurnOf(agent);
        agent.Turn = lastTurn + Stretch / agent.Settings.Weight;
    }
}
