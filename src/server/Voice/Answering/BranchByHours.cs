using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>
/// Asks whether the queue is open: by its calendar, and by what a lead opened or closed by hand. Where it is closed, the
/// caller goes other steps.
/// </summary>
/// <param name="QueueId">Null: where the caller would wait.</param>
sealed record BranchByHours(IReadOnlyList<FlowStep> Closed, Guid? QueueId = null) : FlowStep
{
    [JsonIgnore]
    public override IEnumerable<(string, IReadOnlyList<FlowStep>)> Branches => [("closed", Closed)];

    public override IEnumerable<Pause> Walk(Visit visit)
    {
        visit.Ask(new AskWhetherOpen(QueueId ?? visit.Queue));
        yield return Pause.UntilAnswered;
        if (visit.IsGranted) yield break;
        foreach (var pause in visit.Walk(Closed)) yield return pause;
    }

    public override void Check(PlanCheck check, string field)
    {
        if (QueueId is { } queue) check.Queue(queue, field + ".queueId");
        check.Unless(Closed.Count > 0, field + ".closed", Say($"Say what callers meet while it is closed."));
    }
}
