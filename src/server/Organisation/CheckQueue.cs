using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Says what a queue's settings would do, before they are saved: what is wrong, and whom each step reaches now.</summary>
static class CheckQueue
{
    /// <param name="Errors">By field; with any of them the rest is empty.</param>
    /// <param name="Members">Who may be offered the queue's contacts at all.</param>
    /// <param name="Steps">In order.</param>
    public sealed record Response(
        IReadOnlyDictionary<string, IReadOnlyList<string>> Errors, Reach? Members, IReadOnlyList<StepReach> Steps,
        IReadOnlyList<Warning> Warnings);

    /// <param name="All">Agents with an account.</param>
    /// <param name="SignedIn">Of those, neither offline nor unreachable.</param>
    /// <param name="Available">Of those, who take work now.</param>
    public sealed record Reach(int All, int SignedIn, int Available);

    /// <param name="Languages">For customers of each of the partner's languages.</param>
    public sealed record StepReach(IReadOnlyList<LanguageReach> Languages);

    public sealed record LanguageReach(string Language, Reach Reach);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queues/{id:guid}/check", Handle).WithName("checkQueue")
        .WithSummary("What a queue's settings would do, without saving them").Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Guid id, QueueRequest request, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var words = await Words.Load(work);
        var faults = new Faults();
        var settings = request.Read(id, words, faults);
        await request.CheckReferences(id, work, faults);
        if (settings is null || faults.Count > 0) return TypedResults.Ok(new Response(faults.ByField, null, [], []));

        var states = (await work.Query<StateRow>("select agent_id, state, reachable from agent_status"))
            .ToDictionary(row => row.AgentId);
        var members = (await AgentProfiles.All(work)).Where(agent => agent.BelongsTo(settings)).ToList();
        var languages = await QueueWarnings.Languages(work, settings.Partner);
        var steps = settings.Steps.Select(step => new StepReach([.. languages.Select(language => new LanguageReach(
            language.Tag, ReachOf(members.Where(agent => step.Requires.Fits(agent, language.Skill ?? Guid.Empty)), states)))]));
        var warnings = await QueueWarnings.Of(settings, request.Name, work, words);
        return TypedResults.Ok(new Response(faults.ByField, ReachOf(members, states), [.. steps], warnings));
    }

    static Reach ReachOf(IEnumerable<AgentSettings> agents, Dictionary<Guid, StateRow> states)
    {
        var all = agents.ToList();
        var signedIn = all
            .Select(agent => states.GetValueOrDefault(agent.Id))
            .Where(row => row is { Reachable: true } && row.State != Wording.Of(AgentState.Offline))
            .ToList();
        return new(all.Count, signedIn.Count, signedIn.Count(row => row!.State == Wording.Of(AgentState.Available)));
    }

    sealed record StateRow(Guid AgentId, string State, bool Reachable);
}
