using Centrala.Server.Database;

namespace Centrala.Server.History;

/// <summary>Writes the words of entries that are due: what was said, noted and decided about the contact so far.</summary>
static class FillEntries
{
    const int EntriesMax = 100;

    /// <summary>Characters of a conversation that are looked at: enough for <see cref="Document.WordsMax"/> words.</summary>
    const int CharactersMax = 100_000;

    // Those that are due come first, by themselves: joined before they are counted off, a long line would be joined whole each time.
    const string Due = """
        with due as materialized (
          select number, contact_id from history_entry where due order by number limit @EntriesMax for update)
        select due.number, due.contact_id, k.partner_id, k.queue_id, k.channel, k.state, k.connected_to, k.offered_to,
               skill.language as skill_language, c.id as conversation_id, c.language, c.customer_name, c.customer_email,
               c.identity, coalesce(c.last_number, 0) as last_message
        from due join contact k on k.id = due.contact_id
          left join skill on skill.id = k.language_id
          left join conversation c on c.contact_id = due.contact_id
        """;

    const string Store = """
        update history_entry h
           set words = array_to_tsvector(string_to_array(one.words, ' ')), last_message = one.last, due = false
          from unnest(@numbers, @texts, @lasts) as one (number, words, last) where h.number = one.number
        """;

    const string Learn = """
        insert into history_word (word, variants)
        select word, string_to_array(variants, ' ') from unnest(@words, @variants) as one (word, variants)
        on conflict do nothing
        """;

    /// <summary>Entries of open contacts in which something was said since.</summary>
    const string Behind = """
        update history_entry h set due = true
        from contact k join conversation c on c.contact_id = k.id
        where k.state <> 'ended' and h.contact_id = k.id and not h.due and c.last_number > h.last_message
        """;

    public static async Task MarkBehind(Database.Database database, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        await work.Execute(Behind);
        await work.Commit();
    }

    /// <returns>False when there is nothing more for now.</returns>
    public static async Task<bool> Once(Database.Database database, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var entries = await work.Query<Entry>(Due, new { EntriesMax });
        if (entries.Count == 0) return false;
        var documents = entries.ToDictionary(entry => entry.ContactId, entry => entry.Begin());
        await AddSegments(work, documents);
        await AddWrapUps(work, documents);
        var contacts = entries.Where(entry => entry.ConversationId is not null)
            .ToDictionary(entry => entry.ConversationId!.Value, entry => entry.ContactId);
        await AddTags(work, contacts, documents);
        await AddMessages(work, contacts, documents);
        await Write(work, entries, documents);
        await work.Commit();
        return entries.Count == EntriesMax;
    }

    static async Task AddSegments(Work work, Dictionary<Guid, Document> documents)
    {
        foreach (var segment in await work.Query<Segment>(
            "select contact_id, agent_id, queue_id from segment where contact_id = any(@ids)", new { ids = documents.Keys.ToArray() }))
        {
            documents[segment.ContactId].Add(Facet.Agent(segment.AgentId));
            documents[segment.ContactId].Add(Facet.Queue(segment.QueueId));
        }
    }

    static async Task AddWrapUps(Work work, Dictionary<Guid, Document> documents)
    {
        foreach (var wrapUp in await work.Query<WrapUp>(
            "select contact_id, disposition_id, note from wrap_up where contact_id = any(@ids)", new { ids = documents.Keys.ToArray() }))
        {
            if (wrapUp.DispositionId is { } disposition) documents[wrapUp.ContactId].Add(Facet.Disposition(disposition));
            documents[wrapUp.ContactId].Note(wrapUp.Note);
        }
    }

    static async Task AddTags(Work work, Dictionary<Guid, Guid> contacts, Dictionary<Guid, Document> documents)
    {
        foreach (var tag in await work.Query<Tagged>(
            "select conversation_id, name from conversation_tag where conversation_id = any(@ids)", new { ids = contacts.Keys.ToArray() }))
            documents[contacts[tag.ConversationId]].Tag(tag.Name);
    }

    static async Task AddMessages(Work work, Dictionary<Guid, Guid> contacts, Dictionary<Guid, Document> documents)
    {
        foreach (var said in await work.Query<Said>("""
            select conversation_id, kind = 'note' as noted, left(string_agg(text, ' ' order by number), @CharactersMax) as text
            from message where conversation_id = any(@ids) and kind <> 'system' and code is distinct from 'coach'
            group by conversation_id, kind = 'note'
            """, new { ids = contacts.Keys.ToArray(), CharactersMax }))
        {
            var document = documents[contacts[said.ConversationId]];
            if (said.Noted) document.Note(said.Text);
            else document.Say(said.Text);
        }
    }

    static async Task Write(Work work, IReadOnlyList<Entry> entries, Dictionary<Guid, Document> documents)
    {
        var words = documents.Values.SelectMany(document => document.Vocabulary).Distinct().Order(StringComparer.Ordinal).ToArray();
        await work.Execute(Learn, new { words, variants = words.Select(word => string.Join(' ', Words.Variants(word))).ToArray() });
        await work.Execute(Store, new
        {
            numbers = entries.Select(entry => entry.Number).ToArray(),
            texts = entries.Select(entry => documents[entry.ContactId].Text).ToArray(),
            lasts = entries.Select(entry => entry.LastMessage).ToArray(),
        });
    }

    sealed record Entry(
        long Number, Guid ContactId, Guid? PartnerId, Guid? QueueId, string Channel, string State, Guid? ConnectedTo,
        Guid? OfferedTo, string? SkillLanguage, Guid? ConversationId, string? Language, string? CustomerName,
        string? CustomerEmail, string? Identity, int LastMessage)
    {
        public Document Begin()
        {
            var document = new Document(Number);
            document.Say(CustomerName);
            document.Say(CustomerEmail);
            document.Say(Identity);
            document.Add(Facet.Id(ContactId));
            if (ConversationId is { } conversation) document.Add(Facet.Id(conversation));
            if (PartnerId is { } partner) document.Add(Facet.Partner(partner));
            if (QueueId is { } queue) document.Add(Facet.Queue(queue));
            foreach (var agent in new[] { ConnectedTo, OfferedTo }) if (agent is { } id) document.Add(Facet.Agent(id));
            if ((Language ?? SkillLanguage) is { } language) document.Add(Facet.Language(language));
            document.Add(Facet.Channel(Channel));
            if (State != "ended") document.Add(Facet.Open);
            return document;
        }
    }

    sealed record Segment(Guid ContactId, Guid AgentId, Guid QueueId);

    sealed record WrapUp(Guid ContactId, Guid? DispositionId, string? Note);

    sealed record Tagged(Guid ConversationId, string Name);

    sealed record Said(Guid ConversationId, bool Noted, string Text);
}
