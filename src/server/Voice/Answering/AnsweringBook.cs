using System.Collections.Frozen;
using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>What the telephone must know of what its callers go through, and hear.</summary>
/// <param name="Plans">Steps, as they are written.</param>
/// <param name="Languages">Tags, by the skill.</param>
/// <param name="PartnerLanguages">The tag of each partner's first.</param>
/// <param name="Own">Partners' own words.</param>
/// <param name="Spoken">The folder of the program's own words; null: there are none.</param>
sealed record AnsweringPage(
    IReadOnlyDictionary<Guid, string> Plans, IReadOnlyDictionary<Guid, string> Languages,
    IReadOnlyDictionary<Guid, string> PartnerLanguages, IReadOnlyList<OwnPrompt> Own, string? Spoken)
{
    public static readonly AnsweringPage Empty = new(
        new Dictionary<Guid, string>(), new Dictionary<Guid, string>(), new Dictionary<Guid, string>(), [], null);

    public static async Task<AnsweringPage> Read(Work work, Settings settings) => new(
        await Texts(work, "select id, steps::text as text from answering_plan where removed_at is null"),
        await Texts(work, "select id, language as text from skill where language is not null and removed_at is null"),
        await Texts(work, "select id, languages[1] as text from partner where removed_at is null"),
        await PromptFile.ReadAll(work, settings.DataFolder), settings.PromptFolder);

    static async Task<IReadOnlyDictionary<Guid, string>> Texts(Work work, string sql) =>
        (await work.Query<(Guid Id, string Text)>(sql)).ToDictionary(row => row.Id, row => row.Text);
}

/// <summary>The same, at hand while calls come in.</summary>
sealed class AnsweringBook
{
    FrozenDictionary<Guid, IReadOnlyList<FlowStep>> plans = FrozenDictionary<Guid, IReadOnlyList<FlowStep>>.Empty;
    IReadOnlyDictionary<Guid, string> languages = AnsweringPage.Empty.Languages;
    IReadOnlyDictionary<Guid, string> partnerLanguages = AnsweringPage.Empty.PartnerLanguages;

    public Prompts Prompts { get; } = new();

    /// <returns>One that was removed at this very moment, or is of a newer program, leads straight into the queue.</returns>
    public IReadOnlyList<FlowStep> StepsOf(Guid plan) => plans.GetValueOrDefault(plan) ?? [new WaitInQueue()];

    /// <param name="language">A skill; empty: what the partner speaks.</param>
    public string TagOf(Guid language, Guid partner) =>
        languages.GetValueOrDefault(language) ?? partnerLanguages.GetValueOrDefault(partner) ?? SpokenTexts.FallBack;

    public void Turn(AnsweringPage page)
    {
        (languages, partnerLanguages) = (page.Languages, page.PartnerLanguages);
        plans = page.Plans.Select(one => (one.Key, Steps: Read(one.Value))).Where(one => one.Steps is not null)
            .ToFrozenDictionary(one => one.Key, one => one.Steps!);
        Prompts.Turn(page.Own, page.Spoken);
    }

    static IReadOnlyList<FlowStep>? Read(string text)
    {
        try
        {
            return FlowSteps.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
