using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>A decision of the router as an answer over HTTP.</summary>
static class RoutingAnswer
{
    /// <summary>Nothing to say when it was done; the router's or the shell's no otherwise.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> From(Task<Decision> sent)
    {
        var decision = await sent;
        if (decision.Refusal is { } refusal && refusal != Refusal.NothingChanges) return Answer(refusal);
        return decision.Problem is { } problem ? problem.Answer() : TypedResults.NoContent();
    }

    public static ProblemHttpResult Answer(Refusal refusal) => RoutingProblems.Of(refusal).Answer();
}
