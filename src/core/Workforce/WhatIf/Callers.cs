using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Who called on the day, and who of those that nobody had answered called again.</summary>
/// <param name="who">By contact: a number for each customer; contacts that are not there are of nobody known.</param>
sealed class Callers(IReadOnlyDictionary<Guid, int> who)
{
    /// <summary>Who calls later than this has something else on his mind.</summary>
    static readonly long CallsAgainWithinTicks = TimeSpan.FromHours(2).Ticks;

    readonly record struct Loss(Milestone End, Guid Queue, long AtTicks);

    readonly Dictionary<int, Loss> losses = [];
    readonly Dictionary<Guid, (int Lost, int CalledAgain)> counts = [];
    readonly HashSet<Guid> lost = [];

    /// <summary>A customer who left, or was turned away: he may call again.</summary>
    public static bool IsLoss(in Event ended, int segments) =>
        segments == 0
        && ended.Kind == EventKind.ContactEnded
        && ended.Reason is Reason.Abandoned or Reason.CustomerEnded or Reason.CustomerSilent or Reason.QueueFull
            or Reason.QueueClosed;

    public bool IsKnown(Guid contact) => who.ContainsKey(contact);

    /// <summary>The contact was lost on the day.</summary>
    public bool HasLost(Guid contact) => lost.Contains(contact);

    /// <param name="end">The contact's.</param>
    public void Lose(Milestone end, Guid queue, long atTicks)
    {
        lost.Add(end.Contact);
        if (!who.TryGetValue(end.Contact, out var caller)) return;
        losses[caller] = new(end, queue, atTicks);
        var (many, again) = counts.GetValueOrDefault(queue);
        counts[queue] = (many + 1, again);
    }

    /// <summary>The arriving customer calls again.</summary>
    /// <returns>Upon what, and from which queue he was lost; null: he was not.</returns>
    public (Milestone End, Guid Queue)? CallsAgain(Guid contact, long atTicks)
    {
        if (!who.TryGetValue(contact, out var caller) || !losses.Remove(caller, out var loss)) return null;
        if (atTicks - loss.AtTicks > CallsAgainWithinTicks) return null;
        var (many, again) = counts[loss.Queue];
        counts[loss.Queue] = (many, again + 1);
        return (loss.End, loss.Queue);
    }

    /// <summary>How many of the queue's lost customers called again; of all queues' where it lost nobody who is known.</summary>
    /// <returns>0–1; 0 when nobody is known.</returns>
    public double ShareCallingAgain(Guid queue)
    {
        if (counts.TryGetValue(queue, out var own)) return own.CalledAgain / (double)own.Lost;
        var all = counts.Values.Sum(count => count.Lost);
        return all == 0 ? 0 : counts.Values.Sum(count => count.CalledAgain) / (double)all;
    }
}
