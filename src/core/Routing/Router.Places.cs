namespace Centrala.Core.Routing;

/// <summary>Waiting places: a queue's own, and those that several queues share.</summary>
public sealed partial class Router
{
    bool IsFull(Queue queue)
    {
        if (AllTaken(queue)) return true;
        return queue.Settings.SharesPlacesOf is { } id && Queue(Directory.Queue(id)) is { } owner && AllTaken(owner);
    }

    bool AllTaken(Queue owner)
    {
        if (owner.Settings.Places is not { } places) return false;
        var waiting = owner.Waiting;
        foreach (var sharer in SharersOf(owner)) waiting += sharer.Waiting;
        return waiting >= places;
    }

    List<Queue> SharersOf(Queue owner)
    {
        if (owner.SharersVersion == queuesVersion) return owner.Sharers;
        owner.SharersVersion = queuesVersion;
        owner.Sharers.Clear();
        foreach (var queue in queues)
        {
            if (queue is not null && queue.Settings.SharesPlacesOf == owner.Id) owner.Sharers.Add(queue);
        }

        return owner.Sharers;
    }
}
