using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? OpenQueue(int number)
    {
        if (Queue(number) is not { } queue) return Refusal.UnknownQueue;
        if (queue.IsOpen) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.QueueOpened, Queue = number });
        for (var contact = _contacts.First; contact <= _contacts.Last && queue.Messages > 0; contact++)
        {
            if (_contacts.Has(contact) && IsMessageFor(_contacts[contact], number))
            {
                Wake(ref _contacts[contact], Reason.QueueOpened);
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
        if (opensAt != 0 && (opensAt <= _at || opensAt - _at > Limits.LongestClock.Ticks))
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
            ref var contact = ref _contacts[number];
            if (contact.ConnectedTo == 0) Divert(ref contact, queue, queue.Settings.OnClosing, Reason.QueueClosed);
        }
    }
}
