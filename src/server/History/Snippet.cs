using Centrala.Server.Database;

namespace Centrala.Server.History;

/// <summary>A piece of the message in which something was found.</summary>
/// <param name="Author">customer, agent, lead or system.</param>
/// <param name="Marks">Where the words stand that were looked for: start and end, in characters of the text.</param>
public sealed record Snippet(int Number, string Kind, string Author, string Text, IReadOnlyList<int[]> Marks)
{
    /// <summary>Characters before the first mark, and in all.</summary>
    const int Lead = 40;

    const int LengthMax = 160;

    /// <summary>Messages of a conversation that are looked at, the newest.</summary>
    const int MessagesMax = 300;

    /// <summary>For each conversation the message that holds most of the words; none where only names matched.</summary>
    /// <param name="words">Every spelling that the search took.</param>
    internal static async Task<Dictionary<Guid, Snippet>> Find(Work work, Guid[] conversations, IReadOnlySet<string> words)
    {
        var rows = await work.Query<Row>("""
            select m.conversation_id, m.number, m.kind, m.author_kind, m.text
            from unnest(@conversations) as one (id) cross join lateral (
              select * from message where conversation_id = one.id and kind <> 'system' order by number desc limit @MessagesMax) m
            """, new { conversations, MessagesMax });
        return rows.Select(row => (Row: row, Marks: MarksIn(row.Text, words)))
            .Where(one => one.Marks.Count > 0)
            .GroupBy(one => one.Row.ConversationId)
            .ToDictionary(group => group.Key, group => Cut(group.MaxBy(one => one.Marks.Count)));
    }

    static List<Words.Found> MarksIn(string text, IReadOnlySet<string> words) =>
        [.. Words.In(text).Where(found => words.Contains(found.Word)).DistinctBy(found => found.Word)];

    static Snippet Cut((Row Row, List<Words.Found> Marks) one)
    {
        var text = one.Row.Text;
        var start = Math.Max(0, one.Marks[0].Start - Lead);
        if (start > 0) start = text.IndexOf(' ', start, Math.Min(Lead, text.Length - start)) is > 0 and var space ? space + 1 : start;
        // A letter of two halves is not cut in two.
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var end = Math.Min(text.Length, start + LengthMax);
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return new(one.Row.Number, one.Row.Kind, one.Row.AuthorKind,
            (start > 0 ? "… " : "") + text[start..end] + (end < text.Length ? " …" : ""),
            [.. one.Marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end)
                .Select(mark => (int[])[mark.Start - start + (start > 0 ? 2 : 0), mark.Start + mark.Length - start + (start > 0 ? 2 : 0)])]);
    }

    sealed record Row(Guid ConversationId, int Number, string Kind, string AuthorKind, string Text);
}
