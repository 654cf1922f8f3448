using Centrala.Server.Live;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Keeps who was named in a note, and tells them.</summary>
sealed class Mentions(Db database, LiveStream stream)
{
    /// <summary>People named in one note.</summary>
    public const int Max = 20;

    /// <returns>Null when every one of them can see the conversation.</returns>
    public async Task<Sentence?> Objection(Actor actor, Guid partner, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        if (people.Count == 0) return null;
        if (people.Count > Max) return Say($"At most {Max} colleagues.");
        await using var work = await database.Begin(actor, cancel);
        var known = (await Colleagues.Of(work, partner)).Select(person => person.Id).ToHashSet();
        return people.All(known.Contains) ? null : Say($"Somebody who is named cannot see this conversation.");
    }

    /// <summary>Again for the same note it changes nothing and tells again.</summary>
    public async Task Add(NewMessage note, int number, IReadOnlyList<Guid> people, Actor actor, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        await using (var work = await database.Begin(actor, cancel))
        {
            await work.Execute("""
                insert into mention (conversation_id, number, person_id, partner_id, by_id, at)
                select @Conversation, @number, person, @PartnerId, @Id, @At from unnest(@people) person
                on conflict do nothing
                """, new { note.Conversation, number, note.PartnerId, actor.Id, note.At, people = people.Distinct().ToArray() });
            await work.Commit();
        }
        foreach (var person in people.Distinct()) Tell(person);
    }

    /// <summary>The person's list has changed; a browser fetches it.</summary>
    public void Tell(Guid person) => stream.Publish(new ForPerson(person, "mentions", 0, new { }, "mentions"));
}
