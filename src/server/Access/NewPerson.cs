using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>Somebody who is about to get an account.</summary>
/// <param name="Email">Normalised.</param>
/// <param name="Partners">Whose data the person may see; administrators see all without being told.</param>
sealed record NewPerson(
    string Email, string Name, string Language, IReadOnlyCollection<string> Roles, IReadOnlyCollection<Guid> Partners)
{
    public const int NameMaximumLength = 200;
    public const int PartnersMax = 500;

    /// <summary>Languages that the pages speak, by BCP 47.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "pl", "es", "pt-PT", "fr", "tr"];

    public static Sentence? NameObjection(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Say($"A name is needed.")
        : name.Trim().Length > NameMaximumLength ? Say($"Use at most {NameMaximumLength} characters.")
        : name.Any(char.IsControl) ? Say($"Use no control characters.") : null;

    public static Sentence? LanguageObjection(string? language) =>
        language is null || Languages.Contains(language) ? null : Say($"This language is not spoken here.");

    public static Sentence? PartnersObjection(IReadOnlyCollection<Guid>? partners) =>
        partners?.Count > PartnersMax ? Say($"Name at most {PartnersMax} partners.") : null;

    public static string LanguageOr(string? language) =>
        language is not null && Languages.Contains(language) ? language : Languages[0];

    /// <inheritdoc cref="Add(Work, DateTimeOffset, Guid)"/>
    public Task<Guid?> Add(Work work, DateTimeOffset now) => Add(work, now, Guid.CreateVersion7(now));

    /// <returns>The new person's id; null when somebody has the address, or the id.</returns>
    public async Task<Guid?> Add(Work work, DateTimeOffset now, Guid id)
    {
        var added = await work.Execute("""
            insert into person (id, email, name, language, roles, partners, created_at)
            values (@id, @Email, @Name, @Language, @roles, @partners, @now)
            on conflict do nothing
            """, new
        {
            id,
            Email,
            Name,
            Language,
            roles = Roles.Distinct().ToArray(),
            partners = Partners.Distinct().ToArray(),
            now,
        });
        return added == 1 ? id : null;
    }
}
