using System.Globalization;
using System.Text;

namespace Centrala.Server.History;

/// <summary>
/// A text as the words by which it is found: small letters without accents, so that "Zakończ" is found by "zakoncz". The
/// same for what is stored and what is typed; in no language in particular, for one conversation may hold several.
/// </summary>
static class Words
{
    /// <summary>Longer runs of letters are no words that anybody types.</summary>
    public const int LengthMax = 40;

    /// <summary>Shorter words have too many neighbours.</summary>
    const int VariantsFrom = 4;

    /// <summary>The words of a text in their order, each with the place where it stands there.</summary>
    public static IEnumerable<Found> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && IsOfWord(text[at])) at++;
            if (at == start) at++;
            else if (Plain(text.AsSpan(start, at - start)) is { Length: > 0 and <= LengthMax } word) yield return new(word, start, at - start);
        }
    }

    /// <summary>The word with each of its letters left out in turn, and the word itself: what near spellings share.</summary>
    public static string[] Variants(string word)
    {
        if (word.Length < VariantsFrom || word.Any(char.IsDigit)) return [];
        var variants = new HashSet<string> { word };
        for (var at = 0; at < word.Length; at++) variants.Add(word.Remove(at, 1));
        return [.. variants];
    }

    static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var small = char.ToLowerInvariant(letter);
            if (PlainLetter.Of(small) is { } letters) plain.Append(letters);
            else if (char.GetUnicodeCategory(small) != UnicodeCategory.NonSpacingMark) plain.Append(small);
        }
        return plain.ToString();
    }

    /// <param name="Start">In the text, in characters.</param>
    public readonly record struct Found(string Word, int Start, int Length);
}
