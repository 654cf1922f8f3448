namespace Centrala.Core.Workforce.Service;

/// <summary>A contact as it comes: all times in seconds.</summary>
/// <param name="ArrivesAt">From the start of the day.</param>
/// <param name="HandleSeconds">What it takes once it is answered.</param>
/// <param name="PatienceSeconds">After so long it leaves.</param>
public readonly record struct DayContact(double ArrivesAt, double HandleSeconds, double PatienceSeconds);

/// <summary>What became of the contacts that arrived in one slot.</summary>
/// <param name="WaitedSeconds">Of all of them together, also of those who left.</param>
public readonly record struct SlotOutcome(int Offered, int InTime, int Left, double WaitedSeconds)
{
    /// <summary>In [0, 1]; null when nobody came.</summary>
    public double? ServiceLevel => Offered == 0 ? null : (double)InTime / Offered;
}

/// <summary>
/// One day of one queue, contact by contact: the first to come is the first answered, and who becomes too many goes after
/// his contact. Quick enough to be played hundreds of times; several queues that share agents need the router's simulation.
/// </summary>
public sealed class QueueDay
{
    readonly IReadOnlyList<int> agents;
    readonly double slotSeconds, withinSeconds;
    readonly SlotOutcome[] outcomes;
    readonly Queue<DayContact> waiting = [];
    readonly PriorityQueue<double, double> busyUntil = new();
    double now;

    QueueDay(IReadOnlyList<int> agents, double slotSeconds, double withinSeconds)
    {
        (this.agents, this.slotSeconds, this.withinSeconds) = (agents, slotSeconds, withinSeconds);
        outcomes = new SlotOutcome[agents.Count];
    }

    /// <param name="contacts">In the order of their arrival; those after the last slot are not looked at.</param>
    /// <param name="agents">There in each slot.</param>
    public static IReadOnlyList<SlotOutcome> Play(
        IEnumerable<DayContact> contacts, IReadOnlyList<int> agents, double slotSeconds, double withinSeconds)
    {
        var day = new QueueDay(agents, slotSeconds, withinSeconds);
        foreach (var contact in contacts)
        {
            if (contact.ArrivesAt >= agents.Count * slotSeconds) break;
            day.ServeUntil(contact.ArrivesAt);
            day.waiting.Enqueue(contact);
            day.Answer(contact.ArrivesAt);
        }
        day.ServeUntil(double.PositiveInfinity);
        return day.outcomes;
    }

    /// <summary>Goes from one instant at which somebody becomes free, or comes to work, to the next.</summary>
    void ServeUntil(double end)
    {
        while (waiting.Count > 0)
        {
            var next = Math.Min(busyUntil.Count > 0 ? busyUntil.Peek() : double.PositiveInfinity, NextSlot());
            if (next > end || double.IsPositiveInfinity(next)) break;
            now = next;
            Answer(next);
        }
        if (!double.IsPositiveInfinity(end)) now = end;
        while (double.IsPositiveInfinity(end) && waiting.TryDequeue(out var left)) Count(left, left.PatienceSeconds, answered: false);
    }

    double NextSlot()
    {
        var slot = (int)(now / slotSeconds) + 1;
        return slot < agents.Count ? slot * slotSeconds : double.PositiveInfinity;
    }

    void Answer(double at)
    {
        while (busyUntil.Count > 0 && busyUntil.Peek() <= at) busyUntil.Dequeue();
        var there = agents[Math.Min(agents.Count - 1, (int)(at / slotSeconds))];
        while (waiting.TryPeek(out var first))
        {
            var hasLeft = first.ArrivesAt + first.PatienceSeconds < at;
            if (!hasLeft && busyUntil.Count >= there) return;
            waiting.Dequeue();
            Count(first, hasLeft ? first.PatienceSeconds : at - first.ArrivesAt, answered: !hasLeft);
            if (!hasLeft) busyUntil.Enqueue(at + first.HandleSeconds, at + first.HandleSeconds);
        }
    }

    void Count(DayContact contact, double waited, bool answered)
    {
        ref var outcome = ref outcomes[(int)(contact.ArrivesAt / slotSeconds)];
        outcome = new(outcome.Offered + 1, outcome.InTime + (answered && waited <= withinSeconds ? 1 : 0),
            outcome.Left + (answered ? 0 : 1), outcome.WaitedSeconds + waited);
    }
}
