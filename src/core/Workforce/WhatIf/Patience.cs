namespace Centrala.Core.Workforce.WhatIf;

/// <summary>
/// How long a queue's customers wait before they leave, from those who left and those who were answered before they would
/// have: the product-limit estimate (docs/sources.md#product-limit).
/// </summary>
sealed class Patience
{
    readonly List<(long Ticks, bool HasLeft)> waits = [];
    (long Ticks, double Staying)[]? curve;

    public void Add(long waitTicks, bool hasLeft) => waits.Add((waitTicks, hasLeft));

    /// <param name="share">In (0, 1): the same gives the same.</param>
    /// <returns>Longer than the wait that was borne; null: whoever waited so long never left.</returns>
    public long? Beyond(long borneTicks, double share)
    {
        curve ??= Curve();
        var staying = share;
        foreach (var (ticks, left) in curve)
        {
            if (ticks <= borneTicks) staying = share * left;
            else if (left <= staying) return ticks;
        }

        return null;
    }

    /// <summary>Steps at the waits after which somebody left; beside each, the share of customers who stay longer.</summary>
    (long Ticks, double Staying)[] Curve()
    {
        waits.Sort();
        var (steps, staying) = (new List<(long, double)>(), 1.0);
        for (var place = 0; place < waits.Count; place++)
        {
            if (!waits[place].HasLeft) continue;
            staying *= 1 - 1.0 / (waits.Count - place);
            steps.Add((waits[place].Ticks, staying));
        }

        return [.. steps];
    }
}
