using System.Collections.Frozen;

namespace Centrala.Server.Foundation;

/// <summary>Notes for the length of a request in which language its sender reads (Accept-Language).</summary>
sealed class ReadersLanguage(RequestDelegate next)
{
    /// <summary>More than any browser names.</summary>
    const int LanguagesMax = 10;

    static readonly AsyncLocal<string?> now = new();

    static readonly FrozenDictionary<string, string> spoken = Sentence.Translations.Keys
        .SelectMany(language => new[] { language, language.Split('-')[0] }.Distinct().Select(name => (name, language)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.language, StringComparer.OrdinalIgnoreCase);

    /// <summary>One of <see cref="Sentence.Translations"/>; null for English, and outside of requests.</summary>
    public static string? Now => now.Value;

    public Task Invoke(HttpContext http)
    {
        now.Value = http.Request.Headers.AcceptLanguage is [{ Length: > 0 } only] ? Choose(http, only) : null;
        return next(http);
    }

    static string? Choose(HttpContext http, string header) => spoken.TryGetValue(header, out var one) ? one
        : http.Request.GetTypedHeaders().AcceptLanguage.Take(LanguagesMax).OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString()).TakeWhile(wish => !IsEnglish(wish)).Select(Known).FirstOrDefault(known => known is not null);

    static string? Known(string wish) => spoken.GetValueOrDefault(wish) ?? spoken.GetValueOrDefault(wish.Split('-')[0]);

    static bool IsEnglish(string wish) => wish.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase);
}
