using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>Says goodbye, and hangs up.</summary>
/// <param name="Prompt">Null: the program's own words.</param>
sealed record EndCall(string? Prompt = null) : FlowStep
{
    [JsonIgnore]
    public override bool IsLast => true;

    public override IEnumerable<Pause> Walk(Visit visit)
    {
        visit.Say(Prompt ?? PromptNames.Goodbye);
        yield return Pause.UntilSaid;
        visit.HangUp();
        yield return Pause.Forever;
    }

    public override void Check(PlanCheck check, string field)
    {
        if (Prompt is not null) check.Prompt(Prompt, field + ".prompt");
    }
}
