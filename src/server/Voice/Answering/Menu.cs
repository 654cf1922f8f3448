using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>Lets the caller choose by a key. Who presses none, or a wrong one each time, goes on with the next step.</summary>
/// <param name="Prompt">What names the choices; null: each language is offered in itself.</param>
/// <param name="Seconds">So long a key is waited for.</param>
/// <param name="Times">So often it is said.</param>
sealed record Menu(IReadOnlyList<Menu.Choice> Choices, string? Prompt = null, int Seconds = 5, int Times = 2) : FlowStep
{
    public const string Keys = "0123456789*#";
    public const int SecondsMin = 2, SecondsMax = 30, TimesMax = 5;

    /// <param name="Key">One of <see cref="Keys"/>.</param>
    /// <param name="LanguageId">What he wants to speak: required of whoever answers.</param>
    /// <param name="QueueId">Where he waits later on; null: as before.</param>
    /// <param name="Steps">Gone through before the next step.</param>
    public sealed record Choice(string Key, Guid? LanguageId = null, Guid? QueueId = null, IReadOnlyList<FlowStep>? Steps = null);

    [JsonIgnore]
    public override IEnumerable<(string, IReadOnlyList<FlowStep>)> Branches => Choices
        .Select((choice, place) => ($"choices[{place}].steps", choice?.Steps ?? []));

    public override IEnumerable<Pause> Walk(Visit visit)
    {
        for (var time = 0; time < Times; time++)
        {
            visit.Say(Phrases(visit));
            yield return Pause.UntilSaidOrKey;
            if (visit.Key is null) yield return Pause.UntilKey(TimeSpan.FromSeconds(Seconds));
            if (visit.Key is not { } key) continue;
            visit.BeSilent();
            if (Choices.FirstOrDefault(one => one.Key[0] == key) is not { } choice) continue;
            foreach (var pause in Take(visit, choice)) yield return pause;
            yield break;
        }
    }

    public override void Check(PlanCheck check, string field)
    {
        if (Prompt is not null) check.Prompt(Prompt, field + ".prompt");
        check.Range(Seconds, SecondsMin, SecondsMax, field + ".seconds");
        check.Range(Times, 1, TimesMax, field + ".times");
        var keys = Choices.Select(one => one?.Key).Distinct().ToList();
        check.Unless(keys.Count > 0 && keys.Count == Choices.Count && !keys.Contains(null), field + ".choices",
            Say($"Offer at least one choice, each with a key of its own."));
        if (keys.Contains(null)) return;
        for (var place = 0; place < Choices.Count; place++) Check(check, Choices[place], $"{field}.choices[{place}]");
    }

    void Check(PlanCheck check, Choice choice, string field)
    {
        check.Unless(choice.Key.Length == 1 && Keys.Contains(choice.Key[0]), field + ".key", Say($"A key is one of 0 to 9, * and #."));
        if (choice.LanguageId is { } language) check.Language(language, field + ".languageId");
        if (choice.QueueId is { } queue) check.Queue(queue, field + ".queueId");
        check.Unless(Prompt is not null || choice.LanguageId is not null, field + ".languageId",
            Say($"Without a prompt of the menu's own each choice names a language."));
    }

    static IEnumerable<Pause> Take(Visit visit, Choice choice)
    {
        if (choice.LanguageId is { } language) visit.Speak(language);
        if (choice.QueueId is { } queue) visit.Queue = queue;
        return visit.Walk(choice.Steps ?? []);
    }

    IEnumerable<Phrase> Phrases(Visit visit) => Prompt is not null
        ? [new(Prompt, visit.Language)]
        : Choices.Select(one => new Phrase(PromptNames.Press(one.Key[0]), visit.TagOf(one.LanguageId ?? default)));
}
