namespace Centrala.Bench.Data;

/// <summary>A language of its own for each of six, with as many words as people use and as unevenly: the word at rank n is
/// said in proportion to 1/n (Zipf).</summary>
sealed class InventedWords
{
    /// <summary>Words that people use at work in one language.</summary>
    const int WordsMax = 6_000;

    static readonly (string Tag, string[] Heads, string[] Cores, string[] Tails)[] languages =
    [
        ("en", ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "st", "t", "th", "w"],
            ["a", "e", "i", "o", "u", "ea", "ou", "ai"], ["n", "t", "r", "ing", "ed", "er", "ly", "ss", "ck", "ment"]),
        ("pl", ["b", "cz", "d", "g", "k", "ł", "m", "p", "prz", "r", "s", "sz", "t", "w", "z", "ż"],
            ["a", "e", "i", "o", "u", "y", "ó", "ę", "ą"], ["m", "ć", "nie", "ek", "owi", "ach", "y", "ka", "ść", "ego"]),
        ("es", ["b", "c", "d", "h", "l", "ll", "m", "n", "p", "qu", "r", "s", "t", "v"],
            ["a", "e", "i", "o", "u", "á", "é", "ía", "ie"], ["r", "s", "ción", "do", "mente", "ñar", "l", "z", "mos"]),
        ("pt-PT", ["b", "c", "d", "f", "l", "lh", "m", "n", "p", "r", "s", "t", "v"],
            ["a", "e", "i", "o", "u", "ã", "é", "ei", "ou"], ["r", "s", "ção", "do", "mente", "nha", "l", "m", "ões"]),
        ("fr", ["b", "c", "ch", "d", "f", "l", "m", "n", "p", "r", "s", "t", "v"],
            ["a", "é", "i", "o", "u", "eau", "oi", "ou", "è"], ["r", "s", "tion", "ment", "ne", "l", "que", "ux", "ç"]),
        ("tr", ["b", "c", "ç", "d", "g", "k", "m", "p", "s", "ş", "t", "y"],
            ["a", "e", "ı", "i", "o", "ö", "u", "ü"], ["r", "n", "lar", "ler", "mış", "yor", "dan", "k", "ğı"]),
    ];

    readonly string[] words;
    readonly double[] upTo;

    InventedWords(string tag, string[] words)
    {
        (Tag, this.words) = (tag, words);
        upTo = new double[words.Length];
        var total = 0.0;
        for (var rank = 0; rank < words.Length; rank++) upTo[rank] = total += 1.0 / (rank + 1);
    }

    public string Tag { get; }

    public static IReadOnlyList<InventedWords> All(ulong seed) =>
        [.. languages.Select((language, at) => new InventedWords(language.Tag, Make(language, new(seed + (ulong)at))))];

    /// <summary>A word as often as people say it.</summary>
    public string Next(Dice dice)
    {
        var at = Array.BinarySearch(upTo, dice.Throw(1_000_000) / 1e6 * upTo[^1]);
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }

    /// <param name="rank">From 0, the most common.</param>
    public string At(int rank) => words[rank];

    static string[] Make((string Tag, string[] Heads, string[] Cores, string[] Tails) language, Dice dice)
    {
        var words = new HashSet<string>();
        while (words.Count < WordsMax)
        {
            var word = "";
            for (var left = 1 + dice.Throw(2); left > 0; left--) word += Of(language.Heads, dice) + Of(language.Cores, dice);
            words.Add(word + Of(language.Tails, dice));
        }
        return [.. words];
    }

    static string Of(string[] parts, Dice dice) => parts[dice.Throw(parts.Length) - 1];
}
