using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>
/// A customer was cut off: his contact waits for him, and who returns in time has his place and, if possible, his agent
/// again. For the programs that bring contacts.
/// </summary>
static class LoseLine
{
    /// <summary>So long a customer may take to return, unless somebody says otherwise.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromMinutes(5);

    /// <param name="Until">Null: five minutes from now.</param>
    public sealed record Request(DateTimeOffset? Until = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/lost-line", Lose).WithName("loseLine")
            .WithSummary("A customer was cut off: keep the place until he returns").Requires(Permission.SteerFloor);
        routes.MapDelete("/contacts/{id:guid}/lost-line", Return).WithName("regainLine")
            .WithSummary("The customer is back: in his place, with his agent if possible").Requires(Permission.SteerFloor);
    }

    static Task<Results<NoContent, ProblemHttpResult>> Lose(
        Guid id, Request request, Actor actor, Steering steering, TimeProvider time, CancellationToken cancel)
    {
        var until = (request.Until ?? time.GetUtcNow() + UsualTime).ToUniversalTime();
        return steering.Do(actor, new("lose-line", "contact", id, new { until }),
            view => view.PartnerOf(id), CellCommand.ParkContact(id, until, Reason.LineLost), cancel);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Return(
        Guid id, Actor actor, Steering steering, Cell cell, CancellationToken cancel)
    {
        // Anything else that set it aside is not ended by a line.
        if (await cell.Read(view => IsKnownOtherwise(view, id), cancel)) return RoutingAnswer.Answer(Refusal.NotParked);
        return await steering.Do(actor, new("regain-line", "contact", id, null),
            view => view.PartnerOf(id), CellCommand.WakeContact(id, Reason.CustomerBack), cancel);
    }

    static bool IsKnownOtherwise(in CellView view, Guid id)
    {
        var number = view.Router.Directory.Contact(id);
        return number > 0 && view.Router.Contact(number) is { State: ContactState.Parked, Reason: not Reason.LineLost };
    }
}
