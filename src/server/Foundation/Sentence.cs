using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Centrala.Server.Foundation;

/// <summary>
/// What the server says to the person who asked, in that person's language. It is written in English where it is said; under the
/// same words the files beside this one have it in the other languages, values as <c>{0}</c>, <c>{1}</c>.
/// </summary>
public sealed record Sentence
{
    /// <summary>By language: what stands for an English sentence. English itself is in none.</summary>
    public static IReadOnlyDictionary<string, FrozenDictionary<string, string>> Translations { get; } =
        new[] { "pl", "es", "pt-PT", "fr", "tr" }.ToFrozenDictionary(language => language, Read);

    Sentence(string text) => Text = text;

    public string Text { get; }

    /// <summary>Says it in the language of <see cref="ReadersLanguage"/>.</summary>
    public static Sentence Say(FormattableString english) => new(string.Format(
        CultureInfo.InvariantCulture, Translated(english.Format) ?? english.Format, english.GetArguments()));

    /// <summary>The same for what was written elsewhere; a fault of a file that the core reads, say.</summary>
    public static Sentence Of(FormattableString english) => Say(english);

    public override string ToString() => Text;

    static string? Translated(string english) =>
        ReadersLanguage.Now is { } language ? Translations[language].GetValueOrDefault(english) : null;

    static FrozenDictionary<string, string> Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"sentences/{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
