using System.Collections.Concurrent;
using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>Tells visitors who wait, and look, when their place in the line or the expected wait has changed.</summary>
sealed class WaitingVisitors(VisitorLines lines, Standings standings, ConversationFeed feed, TimeProvider time)
    : Recurring(new PeriodicTimer(LookEvery, time))
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    /// <summary>Places worked out in one question to the router, which meanwhile decides nothing.</summary>
    const int AtOnce = 200;

    readonly ConcurrentDictionary<Guid, Standing> told = new();

    protected override async Task Recur(CancellationToken stop)
    {
        try
        {
            foreach (var some in lines.Watched.Chunk(AtOnce)) await Tell(some, stop);
            foreach (var gone in told.Keys.Where(conversation => !lines.AreOpen(conversation))) told.TryRemove(gone, out _);
        }
        catch (UnavailableException)
        {
            // Nobody routes at this moment; places are told again when somebody does.
        }
    }

    async Task Tell((Guid Conversation, Guid Contact)[] watched, CancellationToken cancel)
    {
        var now = await standings.Waiting([.. watched.Select(pair => pair.Contact)], cancel);
        foreach (var (conversation, contact) in watched)
        {
            if (!now.TryGetValue(contact, out var standing)) told.TryRemove(conversation, out _);
            else if (told.GetValueOrDefault(conversation) != standing)
            {
                told[conversation] = standing;
                feed.TellVisitor(conversation, standing);
            }
        }
    }
}
