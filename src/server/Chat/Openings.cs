using System.Collections.Frozen;
using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Chat;

/// <summary>Whether chats of a queue are answered now: by its hours, and by what a lead has done by hand.</summary>
sealed class Openings(Cell cell, TimeProvider time) : IDisposable
{
    readonly FreshCopy<FrozenDictionary<Guid, Shut>> shut = new(cancel => cell.Read(ShutQueues, cancel), time);

    public async ValueTask<Opening> Of(WidgetRoute route, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!route.Calendar.IsOpen(now)) return new(false, route.Calendar.NextOpening(now), ByHand: false);
        // The router opens what its hours open within a minute: until then the hours are right.
        return await ByHand(route.Queue, cancel) is { } closed && !(closed.OpensAt <= now)
            ? new(false, closed.OpensAt, ByHand: true)
            : new(true, null, ByHand: false);
    }

    public void Dispose() => shut.Dispose();

    async ValueTask<Shut?> ByHand(Guid queue, CancellationToken cancel)
    {
        try
        {
            return (await shut.Get(cancel)).GetValueOrDefault(queue);
        }
        catch (UnavailableException)
        {
            // Nobody routes at this moment: what is known are the hours.
            return null;
        }
    }

    /// <summary>Without those that send their arrivals to a queue that is open.</summary>
    static FrozenDictionary<Guid, Shut> ShutQueues(CellView view)
    {
        var router = view.Router;
        var found = new Dictionary<Guid, Shut>();
        for (var number = 1; number <= router.LastQueue; number++)
            if (router.Queue(number) is { IsOpen: false } queue && !MovesOn(router, queue)) found[queue.Id] = new(queue.OpensAt);
        return found.ToFrozenDictionary();
    }

    static bool MovesOn(Router router, Queue queue) =>
        queue.Settings is { WhenClosed: Diversion.ToQueue, DivertsTo: { } other }
        && router.Queue(router.Directory.Queue(other)) is { IsOpen: true };

    sealed record Shut(DateTimeOffset? OpensAt);
}

/// <param name="OpensAt">Null while it is open, and when nobody knows.</param>
/// <param name="ByHand">It is closed within its hours.</param>
readonly record struct Opening(bool IsOpen, DateTimeOffset? OpensAt, bool ByHand);
