using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>Says something. Where nothing else stands between it and the queue, the caller waits already while he hears it.</summary>
/// <param name="Prompt">The name of what is said.</param>
/// <param name="IsWhole">It is heard to its end before the caller begins to wait: what the law wants said.</param>
sealed record SayPrompt(string Prompt, [property: JsonPropertyName("whole")] bool IsWhole = false) : FlowStep
{
    public override IEnumerable<Pause> Walk(Visit visit)
    {
        visit.Say(Prompt);
        yield return IsWhole ? Pause.UntilSaid : Pause.UntilSaidOrKey;
    }

    public override void Check(PlanCheck check, string field) => check.Prompt(Prompt, field + ".prompt");
}
