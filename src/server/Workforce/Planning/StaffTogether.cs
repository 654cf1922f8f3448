using System.Text.Json;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Centrala.Server.Workforce.Planning;

/// <summary>
/// How many agents of which skills serve several queues together at the least cost, found with the live router in virtual
/// time. The answer has one line of JSON for each staffing tried; who goes away stops it.
/// </summary>
static class StaffTogether
{
    public const int QueuesMax = 6, GroupsMax = 8;

    /// <summary>In an hour, all queues together: more would keep the program busy for minutes.</summary>
    const double ContactsMax = 5_000;
    const double CostMax = 100_000;
    const int NameMax = 80;

    static readonly ReadOnlyMemory<byte> lineEnd = "\n"u8.ToArray();

    public sealed record Request(IReadOnlyList<SharingQueue> Queues, IReadOnlyList<SharingGroup> Groups);

    /// <param name="ContactsPerHour">Expected, alike throughout.</param>
    public sealed record SharingQueue(string Name, double ContactsPerHour, ServiceGoal Goal);

    /// <summary>Agents who serve the same queues.</summary>
    /// <param name="Queues">By place.</param>
    /// <param name="CostPerHour">Of one of them, to weigh groups against each other.</param>
    public sealed record SharingGroup(string Name, IReadOnlyList<int> Queues, double CostPerHour);

    /// <param name="Result">In the last line alone.</param>
    public sealed record StaffingStep(int Tries, SharedStaffing? Result);

    /// <param name="Agents">By group.</param>
    /// <param name="Apart">By queue: who would be needed if each queue had agents of its own.</param>
    public sealed record SharedStaffing(bool Found, double CostPerHour, IReadOnlyList<int> Agents, IReadOnlyList<int> Apart,
        IReadOnlyList<SharedService> Services, IReadOnlyList<double?> Occupancy);

    /// <param name="HalfWidth">Of the 95 % interval of the service level.</param>
    public sealed record SharedService(double ServiceLevel, double? HalfWidth, double Abandoned, double MeanWaitSeconds);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/workforce/staffings", Handle).WithName("staffTogether")
        .WithSummary("Who serves several queues together, one line a try").Produces<StaffingStep>(200, MakeForecast.Lines)
        .Requires(Permission.PlanWorkforce);

    static Results<PushStreamHttpResult, ProblemHttpResult> Handle(
        Request request, ForecastTurns turns, IOptions<JsonOptions> json, CancellationToken cancel)
    {
        var faults = Check(request);
        if (faults.Answer() is { } wrong) return wrong;
        return TypedResults.Stream(async answer =>
        {
            using var turn = await turns.Take(cancel);
            await foreach (var step in SharedFloor.Steps(request, cancel))
            {
                await JsonSerializer.SerializeAsync(answer, step, json.Value.SerializerOptions, cancel);
                await answer.WriteAsync(lineEnd, cancel);
                await answer.FlushAsync(cancel);
            }
        }, MakeForecast.Lines);
    }

    static Faults Check(Request request)
    {
        var faults = new Faults();
        faults.Range(request.Queues.Count, 1, QueuesMax, "queues");
        faults.Range(request.Groups.Count, 1, GroupsMax, "groups");
        foreach (var queue in request.Queues.Take(QueuesMax))
        {
            queue.Goal.Check(faults);
            faults.Unless(queue.ContactsPerHour is >= 0 and <= ContactsMax, "queues", Say($"Contacts are between 0 and {ContactsMax} an hour."));
            faults.Unless(queue.Name.Length is > 0 and <= NameMax, "queues", Say($"Each has a name of at most {NameMax} characters."));
        }
        faults.Unless(request.Queues.Sum(queue => queue.ContactsPerHour) <= ContactsMax, "queues",
            Say($"At most {ContactsMax} contacts an hour together."));
        foreach (var group in request.Groups.Take(GroupsMax))
        {
            faults.Unless(group.Queues.Count > 0 && group.Queues.All(queue => queue >= 0 && queue < request.Queues.Count), "groups",
                Say($"Each serves one of the queues at least."));
            faults.Unless(group.CostPerHour is >= 0 and <= CostMax, "groups", Say($"A cost is between 0 and {CostMax}."));
            faults.Unless(group.Name.Length is > 0 and <= NameMax, "groups", Say($"Each has a name of at most {NameMax} characters."));
        }
        faults.Unless(request.Queues.Index().All(queue => request.Groups.Any(group => group.Queues.Contains(queue.Index))), "groups",
            Say($"Each queue is served by a group."));
        return faults;
    }
}
