namespace Centrala.Server.History;

/// <summary>What an entry is found by: the words that were said, and the facets that the contact has.</summary>
sealed class Document
{
    /// <summary>Distinct words of an entry; what comes later in a very long conversation is not found by its words.</summary>
    public const int WordsMax = 4000;

    /// <summary>The size of a block, by which the search goes back in time; search_history knows it too.</summary>
    const int BlockEntries = 8192;

    readonly HashSet<string> said = [];
    readonly HashSet<string> noted = [];
    readonly HashSet<string> facets = [];
    readonly HashSet<string> tags = [];

    public Document(long number) => facets.Add(FormattableString.Invariant($"b:{number / BlockEntries}"));

    /// <summary>As PostgreSQL takes it: lexemes apart by a space.</summary>
    public string Text => string.Join(' ', said.Concat(noted.Concat(tags).Select(word => "~" + word)).Concat(facets));

    public IEnumerable<string> Vocabulary => said.Concat(noted);

    public void Say(string? text) => Take(said, text);

    /// <summary>Adds what colleagues wrote for each other: found only by those who may read it.</summary>
    public void Note(string? text) => Take(noted, text);

    /// <summary>Adds what colleagues call the conversation: its words like a note's, and the whole of it.</summary>
    public void Tag(string name)
    {
        Note(name);
        tags.Add(Facet.Tag(name));
    }

    public void Add(string facet) => facets.Add(facet);

    static void Take(HashSet<string> words, string? text)
    {
        if (text is null) return;
        foreach (var found in Words.In(text))
            if (words.Count < WordsMax) words.Add(found.Word);
    }
}
