using System.Text.Json.Serialization;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Voice.Answering;

/// <summary>The caller waits, with music, until an agent takes him. Now and then he hears where he stands.</summary>
/// <param name="QueueId">Null: the number's, or the one that he chose.</param>
/// <param name="EverySeconds">So often he is told; 0: never.</param>
/// <param name="TellsPosition">Which place in the line he has.</param>
/// <param name="TellsWait">How long it will probably take, where that is known.</param>
/// <param name="CallbackKey">Pressed, he is called back when it is his turn; null: not offered. Nor is it to who hides his number.</param>
/// <param name="Prompt">Said after each time; null: nothing.</param>
sealed record WaitInQueue(
    Guid? QueueId = null, int EverySeconds = 45, [property: JsonPropertyName("position")] bool TellsPosition = true,
    [property: JsonPropertyName("wait")] bool TellsWait = true, string? CallbackKey = null, string? Prompt = null) : FlowStep
{
    public const int EverySecondsMin = 10, EverySecondsMax = 600;

    /// <summary>A first word comes soon: who hears only music does not know whether he is in the right place.</summary>
    static readonly TimeSpan first = TimeSpan.FromSeconds(3);

    [JsonIgnore]
    public override bool IsLast => true;

    public override IEnumerable<Pause> Walk(Visit visit)
    {
        visit.EnterQueue(this);
        var pause = first;
        while (true)
        {
            yield return EverySeconds > 0 || Key is not null ? Pause.UntilKey(pause) : Pause.Forever;
            pause = TimeSpan.FromSeconds(EverySeconds > 0 ? EverySeconds : EverySecondsMax);
            if (visit.Key is null && !visit.IsOffered)
                foreach (var telling in Tell(visit)) yield return telling;
            if (Key is not null && visit.Key == Key && visit.HasNumber)
                foreach (var promising in Promise(visit)) yield return promising;
        }
    }

    public override void Check(PlanCheck check, string field)
    {
        if (QueueId is { } queue) check.Queue(queue, field + ".queueId");
        if (EverySeconds != 0) check.Range(EverySeconds, EverySecondsMin, EverySecondsMax, field + ".everySeconds");
        check.Unless(CallbackKey is null || CallbackKey.Length == 1 && Menu.Keys.Contains(CallbackKey[0]), field + ".callbackKey",
            Say($"A key is one of 0 to 9, * and #."));
        if (Prompt is not null) check.Prompt(Prompt, field + ".prompt");
    }

    char? Key => CallbackKey?[0];

    IEnumerable<Pause> Tell(Visit visit)
    {
        visit.Ask(new AskPlace());
        yield return Pause.UntilAnswered;
        if (visit.IsOffered) yield break;
        visit.Say(Words(visit, visit.Answer as PlaceInLine));
        yield return Pause.UntilSaidOrKey;
        if (visit.Key is not null) visit.BeSilent();
    }

    IEnumerable<Phrase> Words(Visit visit, PlaceInLine? place)
    {
        if (TellsPosition && place is not null) yield return visit.Phrase(PromptNames.Position(place.Position));
        if (TellsWait && place?.Wait is { } wait) yield return visit.Phrase(PromptNames.Wait(wait));
        if (Prompt is not null) yield return visit.Phrase(Prompt);
        if (Key is { } key && visit.HasNumber) yield return visit.Phrase(PromptNames.Callback(key));
    }

    static IEnumerable<Pause> Promise(Visit visit)
    {
        visit.Ask(new PromiseCallback());
        yield return Pause.UntilAnswered;
        visit.Say(visit.IsGranted ? PromptNames.CallbackPromised : PromptNames.CallbackRefused);
        yield return Pause.UntilSaid;
        if (!visit.IsGranted) yield break;
        visit.HangUp();
        yield return Pause.Forever;
    }
}
