using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>What a lead may do to contacts and agents from the floor, within the lead's partners.</summary>
static class SteerFloor
{
    public sealed record PriorityRequest(int BaseMilli);

    public sealed record MoveRequest(Guid QueueId);

    /// <summary>Why a lead signs somebody out.</summary>
    public enum SignOutReason
    {
        /// <summary>The shift is over, and the person has left without signing out.</summary>
        ShiftOver,

        /// <summary>Contacts were offered and nobody answered.</summary>
        DoesNotAnswer,

        /// <summary>The computer or the line is out of order.</summary>
        Technical,
        Other,
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/priority", SetPriority).WithName("setPriority")
            .WithSummary("Set a waiting contact's base rank, in thousandths").Requires(Permission.SteerFloor);
        routes.MapPut("/contacts/{id:guid}/queue", Move).WithName("moveContact")
            .WithSummary("Move a contact to another queue of its partner").Requires(Permission.SteerFloor);
        routes.MapPost("/contacts/{id:guid}/steps", ReapplySteps).WithName("reapplySteps")
            .WithSummary("Give a waiting contact the present steps of its queue").Requires(Permission.SteerFloor);
        routes.MapDelete("/agents/{id:guid}/presence", SignOut).WithName("signOutAgent")
            .WithSummary("Make an agent offline; the contacts return to their places").Requires(Permission.SteerFloor);
    }

    static Task<Results<NoContent, ProblemHttpResult>> SetPriority(
        Guid id, PriorityRequest request, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new("set-priority", "contact", id, new { request.BaseMilli }),
            view => view.PartnerOf(id), CellCommand.SetPriority(id, request.BaseMilli), cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Move(
        Guid id, MoveRequest request, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new("move-contact", "contact", id, new { request.QueueId }),
            view => view.PartnerOf(id), CellCommand.MoveContact(id, request.QueueId), cancel);

    static Task<Results<NoContent, ProblemHttpResult>> ReapplySteps(
        Guid id, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new("reapply-steps", "contact", id, new { }),
            view => view.PartnerOf(id), CellCommand.ReapplySteps(id), cancel);

    // Who shares no partner with the agent has never heard of him.
    static Task<Results<NoContent, ProblemHttpResult>> SignOut(
        Guid id, string? why, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new("sign-out-agent", "person", id, new { why = ReasonOf(why) }),
            view => SharedPartner(view, id, actor), CellCommand.SignOut(id), cancel);

    /// <returns>A word of the list; <c>other</c> for none and for what is not in it.</returns>
    static string ReasonOf(string? why) => Word<SignOutReason>.Of(Enum.GetValues<SignOutReason>()
        .FirstOrDefault(reason => Word<SignOutReason>.Of(reason) == why, SignOutReason.Other));

    static Guid? SharedPartner(CellView view, Guid agent, Actor reader) =>
        view.Router.Agent(view.Router.Directory.Agent(agent)) is { } known
            ? known.Settings.Partners.Where(reader.Serves).Cast<Guid?>().FirstOrDefault() : null;
}
