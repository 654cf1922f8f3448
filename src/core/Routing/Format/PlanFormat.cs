namespace Centrala.Core.Routing;

/// <summary>
/// Plans as bytes: by reference to the queue's present settings where it is so, else in full; equal ones become one
/// again.
/// </summary>
sealed class PlanFormat(Router router)
{
    enum Tag : byte
    {
        None = 0,
        Present = 1,
        Full = 2,
    }

    readonly record struct Key(int Queue, int Language, bool IsOwn, int Slope, int Cap, string Steps);

    readonly Dictionary<Key, Plan> known = [];

    public static void Write(Plan? plan, bool isPresent, ByteWriter to)
    {
        to.Byte((byte)(plan is null ? Tag.None : isPresent ? Tag.Present : Tag.Full));
        if (plan is null) return;
        to.Number(plan.Queue);
        to.Number(plan.Language);
        if (isPresent) return;
        to.Flag(plan.IsOwn);
        to.Number(plan.SlopeMilli);
        to.Number(plan.CapMilli);
        RequirementFormat.Write(plan.Source, to);
    }

    public Plan? Read(ref ByteReader from)
    {
        var tag = (Tag)from.Byte();
        if (tag == Tag.None) return null;
        var (queue, language) = (from.Small(), from.Small());
        return tag == Tag.Present ? router.PresentPlan(queue, language) : ReadFull(queue, language, ref from);
    }

    Plan ReadFull(int queue, int language, ref ByteReader from)
    {
        var (isOwn, slope, cap) = (from.Flag(), from.Small(), from.Small());
        var start = from.Position;
        var steps = RequirementFormat.ReadSteps(ref from);
        var key = new Key(queue, language, isOwn, slope, cap, Convert.ToHexString(from.Since(start)));
        if (!known.TryGetValue(key, out var plan))
        {
            plan = new();
            plan.Set(steps, Plan.InNumbers(steps, language, router.Directory), isOwn, queue, language, slope, cap);
            known.Add(key, plan);
        }

        return plan;
    }
}
