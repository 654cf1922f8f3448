using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>
/// Opens or closes a queue by hand. It stays so until the next opening or closing of its calendar, also over a restart.
/// </summary>
static class SwitchQueue
{
    /// <param name="OpensAt">When closing: until when messages are kept, if that is known.</param>
    public sealed record Request(bool Open, DateTimeOffset? OpensAt = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queues/{id:guid}/opening", Handle).WithName("switchQueue").WithSummary("Open or close a queue by hand")
        .Requires(Permission.SteerFloor);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new(request.Open ? "open-queue" : "close-queue", "queue", id, null), view => PartnerOf(view, id),
            request.Open ? CellCommand.OpenQueue(id) : CellCommand.CloseQueue(id, request.OpensAt?.ToUniversalTime()), cancel);

    static Guid? PartnerOf(CellView view, Guid queue) =>
        view.Router.Queue(view.Router.Directory.Queue(queue)) is { } known
            ? view.Router.Directory.PartnerId(known.Partner) : null;
}
