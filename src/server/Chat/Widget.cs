namespace Centrala.Server.Chat;

/// <summary>A chat on web pages, with what its visitors' requests need of the organisation.</summary>
/// <param name="Key">Stands in the page's script tag; no secret.</param>
/// <param name="Origins">Pages that may use it; <c>*</c> lets every page.</param>
/// <param name="Languages">Offered to the visitor, the default first.</param>
/// <param name="Routes">By language: where chats go, and the skill that the language is; empty when there is none.</param>
/// <param name="IdentitySecret">Sealed; null when the page vouches for nobody.</param>
/// <param name="Logo">The version of the partner's logo; null when it has none.</param>
sealed record Widget(
    Guid Id, string Key, Guid PartnerId, string Name, string Colour, IReadOnlyList<string> Languages,
    IReadOnlyList<string> Origins, string NameField, string EmailField, bool Consent, string? ConsentLink,
    IReadOnlyDictionary<string, string> Greetings, int FilesPerMessage, byte[]? IdentitySecret, string? Logo,
    IReadOnlyDictionary<string, WidgetRoute> Routes)
{
    /// <summary>The offered language that fits a wish best: the same, the same apart from the region, else the default.</summary>
    public string LanguageFor(string? wish) =>
        Languages.FirstOrDefault(language => language.Equals(wish, StringComparison.OrdinalIgnoreCase))
        ?? Languages.FirstOrDefault(language => Base(language).Equals(Base(wish ?? ""), StringComparison.OrdinalIgnoreCase))
        ?? Languages[0];

    /// <param name="origin">The header that a browser sends; null for programs, which no origin rule can stop.</param>
    public bool Allows(string? origin) => origin is null || Origins.Contains("*") || Origins.Contains(origin);

    static string Base(string language) => language.Split('-')[0];
}

/// <param name="LanguageSkill">Empty when no skill stands for the language: then anybody will do.</param>
/// <param name="Announcement">Why the queue takes no work now, in the language; null without an emergency.</param>
sealed record WidgetRoute(Guid Queue, Guid LanguageSkill, Organisation.OpeningCalendar Calendar, string? Announcement = null);
