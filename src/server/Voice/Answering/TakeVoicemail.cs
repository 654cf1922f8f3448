using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>Lets the caller leave a message: work for the queue, which an agent hears at his desk.</summary>
/// <param name="QueueId">Null: where he would have waited.</param>
/// <param name="Prompt">Said before; null: the program's own words.</param>
/// <param name="SecondsMax">Longer messages are cut.</param>
sealed record TakeVoicemail(Guid? QueueId = null, string? Prompt = null, int SecondsMax = 120) : FlowStep
{
    public const int SecondsLeast = 10, SecondsMost = 300;

    [JsonIgnore]
    public override bool IsLast => true;

    public override IEnumerable<Pause> Walk(Visit visit)
    {
        var queue = QueueId ?? visit.Queue;
        visit.Say([visit.Phrase(Prompt ?? PromptNames.LeaveMessage), visit.Phrase(PromptNames.Beep)]);
        yield return Pause.UntilSaid;
        visit.BeginMessage(TimeSpan.FromSeconds(SecondsMax), queue);
        yield return Pause.UntilKey(TimeSpan.FromSeconds(SecondsMax));
        visit.KeepMessage();
        yield return Pause.UntilAnswered;
        visit.Say(visit.IsGranted ? PromptNames.MessageKept : PromptNames.MessageLost);
        yield return Pause.UntilSaid;
        visit.HangUp();
        yield return Pause.Forever;
    }

    public override void Check(PlanCheck check, string field)
    {
        if (QueueId is { } queue) check.Queue(queue, field + ".queueId");
        if (Prompt is not null) check.Prompt(Prompt, field + ".prompt");
        check.Range(SecondsMax, SecondsLeast, SecondsMost, field + ".secondsMax");
    }
}
