using Centrala.Server.Organisation;

namespace Centrala.Server.Voice.Answering;

/// <summary>Finds what is wrong with a list of steps.</summary>
/// <param name="queues">Those that may be named: of the plan's partner.</param>
/// <param name="languages">The skills that are languages.</param>
sealed class PlanCheck(Faults faults, IReadOnlySet<Guid> queues, IReadOnlySet<Guid> languages)
{
    public const int StepsMax = 50, DepthMax = 5;

    int seen;

    public void Steps(IReadOnlyList<FlowStep> steps, string field = "steps", int depth = 1)
    {
        if (depth == 1) Unless(steps.Count > 0, field, Say($"A plan has at least one step."));
        if (depth > DepthMax) faults.Add(field, Say($"Steps stand at most {DepthMax} deep in one another."));
        else
            for (var place = 0; place < steps.Count; place++) One(steps, place, $"{field}[{place}]", depth);
        if (depth == 1 && seen > StepsMax) faults.Add(field, Say($"A plan has at most {StepsMax} steps."));
    }

    public void Unless(bool holds, string field, Sentence message) => faults.Unless(holds, field, message);

    public void Range(int value, int least, int most, string field) => faults.Range(value, least, most, field);

    public void Prompt(string name, string field) =>
        Unless(PromptNames.IsName(name), field, PromptNames.Rule);

    public void Queue(Guid queue, string field) => Unless(queues.Contains(queue), field, Say($"The partner has no such queue."));

    public void Language(Guid language, string field) => Unless(languages.Contains(language), field, Say($"There is no such language."));

    void One(IReadOnlyList<FlowStep> steps, int place, string field, int depth)
    {
        seen++;
        if (steps[place] is not { } step)
        {
            faults.Add(field, Say($"There is no step here."));
            return;
        }
        step.Check(this, field);
        Unless(!step.IsLast || place == steps.Count - 1, field, Say($"Nothing comes after this step: callers stay here or are gone."));
        foreach (var (branch, within) in step.Branches) Steps(within, $"{field}.{branch}", depth + 1);
    }
}
