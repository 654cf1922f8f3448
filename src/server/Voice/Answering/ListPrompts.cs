using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>What the answering machine can say: the program's own words, and each partner's.</summary>
static class ListPrompts
{
    /// <param name="IsSpoken">Whether the program's own words have been spoken; otherwise callers hear tones in their place.</param>
    public sealed record Response(bool IsSpoken, IReadOnlyList<WordsView> Words, IReadOnlyList<PromptView> Own);

    /// <param name="Texts">By language.</param>
    public sealed record WordsView(string Name, IReadOnlyDictionary<string, string> Texts);

    public sealed record PromptView(Guid PartnerId, string Language, string Name, float Seconds, DateTimeOffset SavedAt);

    static readonly Lazy<IReadOnlyList<WordsView>> words = new(Words);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/prompts", Handle).WithName("listPrompts").WithSummary("What the answering machine can say")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, Settings settings, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var own = await work.Query<PromptView>("select partner_id, language, name, seconds, saved_at from prompt order by name, language, partner_id");
        return TypedResults.Ok(new Response(settings.PromptFolder is not null, words.Value, own));
    }

    static IReadOnlyList<WordsView> Words()
    {
        var byLanguage = SpokenTexts.Languages.ToDictionary(language => language, language => SpokenTexts.Of(language).All());
        return [.. byLanguage[SpokenTexts.FallBack].Keys.Select(name =>
            new WordsView(name, byLanguage.ToDictionary(one => one.Key, one => one.Value[name])))];
    }
}
