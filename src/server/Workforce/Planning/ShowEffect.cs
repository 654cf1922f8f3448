using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Workforce.Planning;

/// <summary>What one agent more or less does to customers and colleagues, over one slot or a whole day of them.</summary>
static class ShowEffect
{
    const int SlotsMax = 1_440;
    const int AgentsMax = 100_000;

    /// <summary>Looked at to either side.</summary>
    const int MoreOrFewer = 4;

    /// <param name="Agents">There in each of the slots; each of them gets one more or one fewer.</param>
    public sealed record Request(int SlotMinutes, IReadOnlyList<double> Contacts, IReadOnlyList<int> Agents, ServiceGoal Goal);

    /// <param name="Staffings">From the fewest to the most.</param>
    public sealed record Response(IReadOnlyList<Staffing> Staffings);

    /// <summary>Means over the slots, each contact counted once; shares in [0, 1].</summary>
    /// <param name="Change">Agents more (or fewer) in every slot.</param>
    /// <param name="ServiceLevel">As the goal counts it.</param>
    /// <param name="MeanWaitSeconds">Of everybody, also of those who leave.</param>
    /// <param name="Occupancy">Null without agents.</param>
    public sealed record Staffing(
        int Change, double AgentHours, double ServiceLevel, double MeanWaitSeconds, double Abandoned, double? Occupancy);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/workforce/effects", Handle).WithName("showEffect").WithSummary("What one agent more or less would do")
        .Requires(Permission.PlanWorkforce);

    static Results<Ok<Response>, ProblemHttpResult> Handle(Request request)
    {
        var faults = new Faults();
        request.Goal.Check(faults);
        ServiceGoal.CheckContacts(faults, request.Contacts, request.SlotMinutes, SlotsMax);
        faults.Unless(request.Agents.Count == request.Contacts.Count, "agents", Say($"One number for each slot was expected."));
        foreach (var agents in request.Agents.Take(SlotsMax)) faults.Range(agents, 0, AgentsMax, "agents");
        if (faults.Answer() is { } wrong) return wrong;
        var fewest = -Math.Min(MoreOrFewer, Math.Max(0, request.Agents.Max() - 1));
        return TypedResults.Ok(new Response(
            [.. Enumerable.Range(fewest, MoreOrFewer - fewest + 1).Select(change => Of(change, request))]));
    }

    static Staffing Of(int change, Request request)
    {
        var (offered, inTime, waited, left, busy, there) = (0.0, 0.0, 0.0, 0.0, 0.0, 0);
        foreach (var (slot, contacts) in request.Contacts.Index())
        {
            var agents = Math.Max(0, request.Agents[slot] + (contacts > 0 ? change : 0));
            var floor = request.Goal.With(agents, contacts, request.SlotMinutes);
            offered += contacts;
            inTime += contacts * (request.Goal.ServiceLevel(floor) ?? 0);
            waited += contacts * floor.MeanWaitSeconds;
            left += contacts * floor.AbandonProbability;
            busy += agents * (floor.Occupancy ?? 0);
            there += agents;
        }
        return offered == 0
            ? new(change, there * request.SlotMinutes / 60.0, 1, 0, 0, there == 0 ? null : 0)
            : new(change, there * request.SlotMinutes / 60.0, inTime / offered, waited / offered, left / offered,
                there == 0 ? null : busy / there);
    }
}
