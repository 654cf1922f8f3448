namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>
/// The needs of a plan as lines of cover for the search, which knows shifts but not when their breaks will be: as many people
/// more are wanted as are likely to be on a break.
/// </summary>
public sealed class NeedLines
{
    readonly WorkPlan plan;
    readonly NeedSets sets;
    readonly double missing, surplus;
    readonly (int[] Today, int[] Before, double OnBreak)[] covering;

    /// <param name="missing">What a missing person costs for a step.</param>
    /// <param name="surplus">What a person too many costs for a step.</param>
    NeedLines(WorkPlan plan, double missing, double surplus)
    {
        (this.plan, this.missing, this.surplus) = (plan, missing, surplus);
        sets = new(plan);
        covering = [.. Enumerable.Range(0, plan.StepsADay).Select(Covering)];
    }

    /// <summary>Equal steps in a row are one line that weighs as much as they do.</summary>
    public static IReadOnlyList<CoverLine> Of(WorkPlan plan, double missing, double surplus)
    {
        var lines = new NeedLines(plan, missing, surplus);
        return [.. lines.sets.All.Where(set => set.IsBound || set.IsFamily).SelectMany(lines.Of)];
    }

    IEnumerable<CoverLine> Of(NeedSets.Set set)
    {
        for (int step = 0, end; step < plan.Steps; step = end)
        {
            for (end = step + 1; end < plan.Steps && IsAlike(set, step, end); end++) { }
            foreach (var line in Lines(set, step, end - step)) yield return line;
        }
    }

    bool IsAlike(NeedSets.Set set, int one, int other)
    {
        var (left, right) = (covering[one % plan.StepsADay], covering[other % plan.StepsADay]);
        return one / plan.StepsADay == other / plan.StepsADay && sets.Required(set, one) == sets.Required(set, other)
            && sets.AllWanted(set, one) == sets.AllWanted(set, other) && Math.Abs(left.OnBreak - right.OnBreak) < 0.02
            && left.Today.SequenceEqual(right.Today) && left.Before.SequenceEqual(right.Before);
    }

    IEnumerable<CoverLine> Lines(NeedSets.Set set, int step, int steps)
    {
        var (today, before, onBreak) = covering[step % plan.StepsADay];
        var under = set.IsFamily || sets.AllWanted(set, step) ? missing * steps : 0;
        var over = set.IsFamily ? surplus * steps : 0;
        var wanted = sets.Required(set, step) / (1 - onBreak);
        var whole = (int)Math.Floor(wanted + 1e-9);
        var next = (int)Math.Round(under * (wanted - whole));
        var line = new CoverLine($"{plan.Time(step)} {set.Name}", step / plan.StepsADay, today, whole,
            Weight(under), Weight(over), set.Groups, before);
        if (today.Length + before.Length == 0) yield break;
        if (next == 0) yield return line;
        else
        {
            // A fraction of a person: the last one is worth as much less.
            if (whole > 0) yield return line with { OverWeight = 0 };
            yield return line with { Required = whole + 1, UnderWeight = next };
        }
    }

    static int Weight(double weight) => weight > 0 ? Math.Max(1, (int)Math.Round(weight)) : 0;

    (int[] Today, int[] Before, double OnBreak) Covering(int step)
    {
        int[] Of(int minute) => [.. plan.Templates.Index().Where(one => one.Item.StartMinute <= minute && minute < one.Item.EndMinute)
            .Select(one => one.Index)];
        var minute = step * plan.StepMinutes;
        var (today, before) = (Of(minute), Of(minute + 1440));
        var shares = today.Select(shift => OnBreak(plan.Templates[shift], minute))
            .Concat(before.Select(shift => OnBreak(plan.Templates[shift], minute + 1440)));
        return (today, before, Math.Min(0.5, shares.DefaultIfEmpty(0).Average()));
    }

    /// <summary>How likely somebody is on a break then, when breaks begin anywhere in their windows alike.</summary>
    double OnBreak(ShiftTemplate shift, int minute)
    {
        var at = minute - shift.StartMinute;
        return shift.Breaks.Sum(rule =>
        {
            var starts = (rule.LatestMinute - rule.EarliestMinute) / plan.StepMinutes + 1;
            return Enumerable.Range(0, starts).Select(start => rule.EarliestMinute + start * plan.StepMinutes)
                .Count(start => start <= at && at < start + rule.Minutes) / (double)starts;
        });
    }
}
