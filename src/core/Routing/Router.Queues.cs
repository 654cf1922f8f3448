using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? OpenQueue(int number)
    {
        if (Queue(number) is not { } queue) return Refusal.UnknownQueue;
        if (queue.IsOpen) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.QueueOpened, Queue = number });
        for (var contact = contacts.First; contact <= contacts.Last && queue.Messages > 0; contact++)
        {
            if (contacts.Has(contact) && IsMessageFor(contacts[contact], number))
            {
                Wake(ref contacts[contact], Reason.QueueOpened);
            }
        }

        return null;
    }

    static bool IsMessageFor(in Contact contact, int queue) =>
        contact.State == ContactState.Parked && contact.Reason == Reason.MessageTaken && contact.Queue == queue;

    Refusal? CloseQueue(int number, long opensAt)
    {
        if (Queue(number) is not { } queue) return Refusal.UnknownQueue;
        if (!queue.IsOpen) return Refusal.NothingChanges;
        if (opensAt != 0 && (opensAt <= at || opensAt - at > Limits.LongestClock.Ticks))
        {
            return Refusal.InstantOutOfRange;
        }
        Emit(new() { Kind = EventKind.QueueClosed, Queue = number, UntilTicks = opensAt });
        if (queue.Settings.OnClosing != Diversion.None) ClearOut(queue);
        return null;
    }

    /// <summary>The closing rule, for what waits; an agent's transfer into the queue is still served.</summary>
    void ClearOut(Queue queue)
    {
        var waiting = new List<int>(queue.Waiting);
        CopyWaiting(queue.Number, waiting);
        waiting.Sort();
        foreach (var number in waiting)
        {
            ref var contact = ref contacts[number];
            if (contact.ConnectedTo == 0) Divert(ref contact, queue, queue.Settings.OnClosing, Reason.QueueClosed);
        }
    }
}
