using System.Globalization;
using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.History;

/// <summary>
/// Contacts by what was said in them and by what they are, the newest first, in pages. Found are contacts that hold every
/// word, or one that begins with it; a word that nobody ever wrote stands for those spelt almost like it.
/// </summary>
static class SearchHistory
{
    const int PageSize = 30;

    /// <summary>Words of a question that are looked for.</summary>
    const int WordsMax = 10;

    const int QuestionLengthMax = 400;

    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Response(IReadOnlyList<HistoryEntry> Entries, string? Next);

    public sealed record Question
    {
        /// <summary>What to look for: words, a name, an e-mail address, or a contact's id.</summary>
        public string? Text { get; init; }
        public Guid? Partner { get; init; }
        public Guid? Queue { get; init; }
        public Guid? Agent { get; init; }
        public string? Channel { get; init; }
        public string? Language { get; init; }

        /// <summary>open or ended.</summary>
        public string? State { get; init; }
        public Guid? Disposition { get; init; }

        /// <summary>As it stands on the conversation; only for those who may read notes.</summary>
        public string? Tag { get; init; }
        public DateTimeOffset? From { get; init; }
        public DateTimeOffset? To { get; init; }
        public string? Cursor { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/history", Handle).WithName("searchHistory").WithSummary("Contacts by words and facets, the newest first")
        .Requires(Permission.ReadConversations);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Question question, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var validation = Check(question);
        if (validation.Failed) return validation.Answer();
        await using var work = await database.Begin(actor, cancel);
        var groups = await Groups(work, question.Text ?? "");
        string[][] wanted = question.Tag is { } tag ? [.. groups, [Facet.Tag(TagName.Normal(tag))]] : [.. groups];
        var rows = await Find(work, question, wanted);
        var contacts = rows.Take(PageSize).Select(row => row.ContactId).ToArray();
        var entries = (await HistoryEntries.Read(work, contacts)).ToDictionary(entry => entry.ContactId);
        var snippets = await Snippets(work, entries.Values, groups);
        await NoteReading(work, actor, time, entries.Values, snippets);
        return TypedResults.Ok(new Response(
            [.. contacts.Where(entries.ContainsKey).Select(id => entries[id]).Select(entry => entry with
            {
                Snippet = entry.ConversationId is { } conversation ? snippets.GetValueOrDefault(conversation) : null,
            })],
            rows.Count > PageSize ? rows[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    static Validation Check(Question question) => new Validation()
        .Check("text", question.Text?.Length > QuestionLengthMax ? Say($"This is too long to look for.") : null)
        .Check("channel", question.Channel is null || Enum.TryParse<Channel>(question.Channel, true, out _) ? null : Say($"There is no such channel."))
        .Check("state", question.State is null or "open" or "ended" ? null : Say($"A contact is open or ended."))
        .Check("language", question.Language is null || question.Language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? null : Say($"This is no language tag."))
        .Check("tag", question.Tag is null || TagName.IsOne(TagName.Normal(question.Tag)) ? null : TagName.Rule)
        .Check("cursor", question.Cursor is null || long.TryParse(question.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null : Say($"This is no cursor of this list."));

    /// <returns>For each word of the question what may stand for it.</returns>
    static async Task<List<string[]>> Groups(Work work, string text)
    {
        if (Guid.TryParse(text.Trim(), out var id)) return [[Facet.Id(id)]];
        var groups = new List<string[]>();
        foreach (var word in Words.In(text).Select(found => found.Word).Distinct().Take(WordsMax))
        {
            var known = await work.Single<string[]>(
                "select history_words_like(@word, @variants)", new { word, variants = Words.Variants(word) });
            groups.Add(known is { Length: > 0 } ? known : [word]);
        }
        return groups;
    }

    /// <returns>One row more than a page tells whether there is another.</returns>
    static Task<IReadOnlyList<Row>> Find(Work work, Question question, string[][] groups) => work.Query<Row>(
        "select number, contact_id from search_history(@groups, @facets, @From, @To, @before, @most)", new
        {
            groups = groups.Select(words => string.Join(' ', words)).ToArray(),
            facets = Facets(question).ToArray(),
            question.From,
            question.To,
            before = question.Cursor is null ? long.MaxValue : long.Parse(question.Cursor, CultureInfo.InvariantCulture),
            most = PageSize + 1,
        });

    static IEnumerable<string> Facets(Question question)
    {
        if (question.Partner is { } partner) yield return Facet.Partner(partner);
        if (question.Queue is { } queue) yield return Facet.Queue(queue);
        if (question.Agent is { } agent) yield return Facet.Agent(agent);
        if (question.Disposition is { } disposition) yield return Facet.Disposition(disposition);
        if (question.Channel is { } channel) yield return Facet.Channel(channel.ToLowerInvariant());
        if (question.Language is { } language) yield return Facet.Language(language);
        if (question.State is { } state) yield return state == "open" ? Facet.Open : Facet.Ended;
    }

    static async Task<Dictionary<Guid, Snippet>> Snippets(
        Work work, IEnumerable<HistoryEntry> entries, List<string[]> groups)
    {
        var conversations = entries.Select(entry => entry.ConversationId).OfType<Guid>().ToArray();
        return groups.Count == 0 || conversations.Length == 0 ? []
            : await Snippet.Find(work, conversations, groups.SelectMany(words => words).ToHashSet());
    }

    /// <summary>Writes down that somebody was shown what others' contacts say; not the question, which may name a person.</summary>
    static async Task NoteReading(
        Work work, Actor actor, TimeProvider time, IEnumerable<HistoryEntry> entries, Dictionary<Guid, Snippet> snippets)
    {
        Guid[] read = [.. entries
            .Where(entry => entry.ConversationId is { } id && snippets.ContainsKey(id) && entry.Agents.All(agent => agent.Id != actor.Id))
            .Select(entry => entry.ConversationId!.Value)];
        if (read.Length == 0) return;
        await Audit.Write(work, actor, time.GetUtcNow(), "conversations-searched", "conversation", null, new { conversations = read });
        await work.Commit();
    }

    sealed record Row(long Number, Guid ContactId);
}
