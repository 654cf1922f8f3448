using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Replies that may go out only if nobody wrote to the other side since their writer last looked.</summary>
static class GuardedReplies
{
    /// <summary>
    /// Parts a batch into rounds to be stored one after the other, in each of which a guarded reply is the only message of its
    /// conversation: so the database compares it with everything before it. Nearly always that is one round.
    /// </summary>
    /// <returns>Places in the batch, ascending within each round.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Rounds(IReadOnlyList<NewMessage> batch)
    {
        var rounds = new List<List<int>>();
        var latest = new Dictionary<Guid, (int Round, bool Guarded)>();
        for (var place = 0; place < batch.Count; place++)
        {
            var guarded = batch[place].ReadTo is not null;
            var isFirst = !latest.TryGetValue(batch[place].Conversation, out var before);
            var round = isFirst ? 0 : guarded || before.Guarded ? before.Round + 1 : before.Round;
            latest[batch[place].Conversation] = (round, guarded);
            if (round == rounds.Count) rounds.Add([]);
            rounds[round].Add(place);
        }
        return rounds;
    }

    /// <summary>Whether a reply that was not stored was overtaken by another.</summary>
    public static async Task<bool> Overtaken(NewMessage reply, Actor actor, Db database, CancellationToken cancel)
    {
        if (reply.ReadTo is not { } readTo) return false;
        await using var work = await database.Begin(actor, cancel);
        return await work.Single<bool>("""
            select exists (select from conversation where id = @Conversation
              and (customer_last > @readTo or staff_last > @readTo and staff_last_by is distinct from @Id))
            """, new { reply.Conversation, readTo, actor.Id });
    }
}
