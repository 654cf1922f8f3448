using Centrala.Core.Workforce;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Workforce.Planning;

/// <summary>How many agents each slot needs, by Erlang A.</summary>
static class ShowNeed
{
    /// <summary>Eight weeks of quarter hours, with their upper bounds.</summary>
    public const int SlotsMax = 12_000;

    /// <param name="Contacts">Expected in each slot; fractions are as good as whole numbers.</param>
    public sealed record Request(int SlotMinutes, IReadOnlyList<double> Contacts, ServiceGoal Goal);

    /// <param name="Slots">In the order of the contacts.</param>
    public sealed record Response(IReadOnlyList<SlotNeed> Slots);

    /// <param name="Agents">Who must be there.</param>
    /// <param name="Scheduled">Who must be paid for, so that they are there.</param>
    /// <param name="ServiceLevel">With these agents, in [0, 1]; null where nobody is needed.</param>
    /// <param name="Occupancy">In [0, 1]; null where nobody is needed.</param>
    public sealed record SlotNeed(int Agents, int Scheduled, double? ServiceLevel, double? Occupancy);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/workforce/needs", Handle).WithName("showNeed").WithSummary("How many agents each slot needs")
        .Requires(Permission.PlanWorkforce);

    static Results<Ok<Response>, ProblemHttpResult> Handle(Request request, CancellationToken cancel)
    {
        var faults = new Faults();
        request.Goal.Check(faults);
        ServiceGoal.CheckContacts(faults, request.Contacts, request.SlotMinutes, SlotsMax);
        if (faults.Answer() is { } wrong) return wrong;
        return TypedResults.Ok(new Response([.. request.Contacts.Select(contacts => Of(contacts, request, cancel))]));
    }

    static SlotNeed Of(double contacts, Request request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (goal, agents) = (request.Goal, request.Goal.Agents(contacts, request.SlotMinutes));
        if (agents == 0) return new(0, 0, null, null);
        var floor = goal.With(agents, contacts, request.SlotMinutes);
        return new(agents, AgentsNeeded.Scheduled(agents, (decimal)goal.Shrinkage), goal.ServiceLevel(floor), floor.Occupancy);
    }
}
