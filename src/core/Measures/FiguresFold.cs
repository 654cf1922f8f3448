using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Measures;

/// <summary>
/// Folds journal events into the figures of each queue and each agent from an instant on. A wallboard is this fold over today so far, a
/// report the same fold over a finished day. Events before the instant are wanted too, as far back as contacts wait:
/// they count nothing, but say when a wait began. A contact whose arrival was not seen waited too long to be in time.
/// </summary>
/// <param name="fromTicks">UTC ticks; what happens earlier counts nothing.</param>
public sealed class FiguresFold(long fromTicks)
{
    readonly AgentFold agents = new(fromTicks);
    readonly Dictionary<int, QueueFigures> queues = [];
    readonly Dictionary<int, long> targetTicks = [];
    readonly Dictionary<int, Open> open = [];
    readonly Dictionary<(int Contact, int Segment), Handling> handling = [];

    /// <summary>Figures by queue number; a queue without any is not there.</summary>
    public IReadOnlyDictionary<int, QueueFigures> Queues => queues;

    /// <summary>Sets a queue's threshold, where its configuration lies before the events that are folded.</summary>
    public void SetTarget(int queue, TimeSpan within) => targetTicks[queue] = within.Ticks;

    /// <summary>An agent's figures up to an instant.</summary>
    /// <param name="agent">The router's number.</param>
    public AgentFigures Agent(int agent, long untilTicks) => agents.Until(agent, untilTicks);

    public void Fold(in Event item)
    {
        agents.Fold(item);
        switch (item.Kind)
        {
            case EventKind.QueueConfigured: SetTarget(item.Queue, ((QueueSettings)item.Detail!).TargetWithin); break;
            case EventKind.Arrived: Arrive(item); break;
            case EventKind.Queued when this.open.TryGetValue(item.Contact, out var open): this.open[item.Contact] = open with { Queue = item.Queue }; break;
            case EventKind.ContactWoken or EventKind.ContactReopened: Return(item); break;
            case EventKind.Connected: Connect(item); break;
            case EventKind.WorkPaused: Stop(item); break;
            case EventKind.WorkResumed: GoOn(item); break;
            case EventKind.SegmentEnded: EndSegment(item); break;
            case EventKind.WrapUpEnded: EndHandling(item); break;
            case EventKind.ContactEnded: End(item); break;
        }
    }

    void Arrive(in Event item)
    {
        var since = item.Number > 0 ? item.Number : item.UntilTicks;
        open[item.Contact] = new Open(item.Queue, since, Answered: false);
        Count(item.Queue, item, new QueueFigures { Arrived = 1 });
    }

    void Return(in Event item)
    {
        var queue = this.open.TryGetValue(item.Contact, out var open) ? open.Queue : 0;
        var isSameWait = open.Answered && open.WaitSinceTicks == item.UntilTicks;
        this.open[item.Contact] = new Open(queue, item.UntilTicks, isSameWait);
    }

    void Connect(in Event item)
    {
        handling[(item.Contact, item.Segment)] = new Handling(item.Queue, item.AtTicks, 0);
        var known = this.open.TryGetValue(item.Contact, out var open);
        this.open[item.Contact] = new Open(item.Queue, open.WaitSinceTicks, Answered: true);
        if (open.Answered) return;
        var waited = known ? Math.Max(0, item.AtTicks - open.WaitSinceTicks) : 0;
        var inTime = known && targetTicks.TryGetValue(item.Queue, out var target) && waited <= target;
        Count(item.Queue, item, new QueueFigures { Answered = 1, AnsweredInTime = inTime ? 1 : 0, WaitTicks = waited });
    }

    void Stop(in Event item)
    {
        var key = (item.Contact, item.Segment);
        if (this.handling.TryGetValue(key, out var handling))
            this.handling[key] = new(handling.Queue, Handling.Still, handling.Until(item.AtTicks));
    }

    void GoOn(in Event item)
    {
        var key = (item.Contact, item.Segment);
        if (this.handling.TryGetValue(key, out var handling))
            this.handling[key] = handling with { SinceTicks = item.AtTicks };
    }

    void EndSegment(in Event item)
    {
        var key = (item.Contact, item.Segment);
        if (!this.handling.Remove(key, out var handling)) return;
        handling = new(handling.Queue, item.AtTicks, handling.Until(item.AtTicks));
        if (item.Flag) this.handling[key] = handling;
        else Count(handling.Queue, item, new QueueFigures { Handled = 1, HandleTicks = handling.Ticks });
    }

    void EndHandling(in Event item)
    {
        if (!this.handling.Remove((item.Contact, item.Segment), out var handling)) return;
        Count(handling.Queue, item, new QueueFigures { Handled = 1, HandleTicks = handling.Until(item.AtTicks) });
    }

    void End(in Event item)
    {
        if (!this.open.Remove(item.Contact, out var open)) return;
        if (item.Reason == Reason.Abandoned) Count(open.Queue, item, new QueueFigures { Abandoned = 1 });
    }

    void Count(int queue, in Event item, in QueueFigures more)
    {
        if (item.AtTicks < fromTicks || queue == 0) return;
        queues[queue] = queues.GetValueOrDefault(queue) + more;
    }

    /// <param name="Queue">Where it waits or was answered.</param>
    readonly record struct Open(int Queue, long WaitSinceTicks, bool Answered);

    /// <param name="SinceTicks">Start of the talk, or of the wrap-up; <see cref="Still"/> while it is paused.</param>
    /// <param name="Ticks">Handling before that.</param>
    readonly record struct Handling(int Queue, long SinceTicks, long Ticks)
    {
        public const long Still = 0;

        public long Until(long ticks) => SinceTicks == Still ? Ticks : Ticks + ticks - SinceTicks;
    }
}
