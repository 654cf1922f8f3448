using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Adds a day up from what happens on it.</summary>
sealed class DayTally
{
    sealed class QueueCount
    {
        public long Offered, Answered, InTime, Left, TurnedAway, WaitTicks;
    }

    readonly Router router;
    readonly AgentsTally agents;
    readonly SortedDictionary<Guid, QueueCount> queues = [];
    readonly Dictionary<int, (QueueCount Queue, long AtTicks)> unanswered = [];

    /// <param name="router">As it stands when the day begins; it goes along with what is observed.</param>
    public DayTally(Router router, long fromTicks) => (this.router, agents) = (router, new(router, fromTicks));

    public void Observe(in Event happened)
    {
        agents.Observe(happened);
        switch (happened.Kind)
        {
            case EventKind.Arrived:
                var queue = Of(router.Directory.QueueId(happened.Queue));
                queue.Offered++;
                unanswered[happened.Contact] = (queue, happened.UntilTicks);
                break;
            case EventKind.Connected when unanswered.Remove(happened.Contact, out var waited):
                var ticks = happened.AtTicks - waited.AtTicks;
                waited.Queue.Answered++;
                waited.Queue.WaitTicks += ticks;
                if (ticks <= router.Queue(happened.Queue)?.Settings.TargetWithin.Ticks) waited.Queue.InTime++;
                break;
            case EventKind.ContactEnded when unanswered.Remove(happened.Contact, out var gone):
                if (happened.Reason is Reason.QueueFull or Reason.QueueClosed or Reason.UnknownQueue or Reason.QueueRemoved)
                {
                    gone.Queue.TurnedAway++;
                    break;
                }

                gone.Queue.Left++;
                gone.Queue.WaitTicks += happened.AtTicks - gone.AtTicks;
                break;
        }
    }

    public DayFigures Figures(long untilTicks)
    {
        var (busy, free) = agents.Hours(untilTicks);
        return new([.. queues.Select(pair => Figures(pair.Key, pair.Value))], busy, free);
    }

    static QueueOfDay Figures(Guid id, QueueCount count)
    {
        var open = count.Offered - count.Answered - count.Left - count.TurnedAway;
        var waited = count.Answered + count.Left;
        return new(
            id, count.Offered, count.Answered, count.Left, count.TurnedAway, open,
            waited == 0 ? null : count.WaitTicks / (double)TimeSpan.TicksPerSecond / waited,
            count.Offered == 0 ? null : count.InTime / (double)count.Offered);
    }

    QueueCount Of(Guid queue) => queues.TryGetValue(queue, out var known) ? known : queues[queue] = new();
}
