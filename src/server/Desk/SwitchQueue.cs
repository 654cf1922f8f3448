using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Desk;

/// <summary>
/// Opens or closes a queue by hand. It stays so until the next opening or closing of its calendar, also over a restart;
/// or it is closed for a while only, and opens by itself.
/// </summary>
static class SwitchQueue
{
    /// <summary>Why a lead closes a queue, or opens it.</summary>
    public enum SwitchReason
    {
        /// <summary>Those who serve it are in a meeting or a lesson.</summary>
        Meeting,

        /// <summary>Nobody is there who could serve it, or they are there again.</summary>
        Staff,

        /// <summary>Something does not work that its agents need, or it works again.</summary>
        Technical,

        /// <summary>More arrives than can be served.</summary>
        TooMuch,
        Other,
    }

    /// <param name="OpensAt">When closing: it opens by itself then, unless that is outside of its hours.</param>
    public sealed record Request(bool Open, DateTimeOffset? OpensAt = null, SwitchReason Why = SwitchReason.Other);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queues/{id:guid}/opening", Handle).WithName("switchQueue")
        .WithSummary("Open or close a queue by hand, for good or for a while").Requires(Permission.SteerFloor);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Steering steering, CancellationToken cancel)
    {
        var opensAt = request.Open ? null : request.OpensAt?.ToUniversalTime();
        var details = new { why = Word<SwitchReason>.Of(request.Why), opensAt };
        return steering.Do(actor, new(request.Open ? "open-queue" : "close-queue", "queue", id, details),
            view => PartnerOf(view, id), request.Open ? CellCommand.OpenQueue(id) : CellCommand.CloseQueue(id, opensAt),
            cancel, work => Keep(work, id, opensAt));
    }

    /// <summary>Its opening is kept before the router closes the queue, lest it stay closed: to open what is open does nothing.</summary>
    static Task Keep(Work work, Guid id, DateTimeOffset? opensAt) => opensAt is null
        ? work.Execute("delete from queue_pause where queue_id = @id", new { id })
        : work.Execute("""
            insert into queue_pause (queue_id, partner_id, until) select id, partner_id, @opensAt from queue where id = @id
            on conflict (queue_id) do update set until = excluded.until
            """, new { id, opensAt });

    static Guid? PartnerOf(CellView view, Guid queue) =>
        view.Router.Queue(view.Router.Directory.Queue(queue)) is { } known
            ? view.Router.Directory.PartnerId(known.Partner) : null;
}
