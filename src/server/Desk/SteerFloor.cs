using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>What a lead may do to contacts and agents from the floor, within the lead's partners.</summary>
static class SteerFloor
{
    public sealed record PriorityRequest(int BaseMilli);

    public sealed record MoveRequest(Guid QueueId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/priority", SetPriority).WithName("setPriority")
            .WithSummary("Set a waiting contact's base rank, in thousandths").Requires(Permission.SteerFloor);
        routes.MapPut("/contacts/{id:guid}/queue", Move).WithName("moveContact")
            .WithSummary("Move a contact to another queue of its partner").Requires(Permission.SteerFloor);
        routes.MapDelete("/agents/{id:guid}/presence", SignOut).WithName("signOutAgent")
            .WithSummary("Make an agent offline; the contacts return to their places").Requires(Permission.SteerFloor);
    }

    static Task<Results<NoContent, ProblemHttpResult>> SetPriority(
        Guid id, PriorityRequest request, Actor actor, Cell cell, CancellationToken cancel) =>
        Steer(cell, actor, view => PartnerOf(view, id), CellCommand.SetPriority(id, request.BaseMilli), cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Move(
        Guid id, MoveRequest request, Actor actor, Cell cell, CancellationToken cancel) =>
        Steer(cell, actor, view => PartnerOf(view, id), CellCommand.MoveContact(id, request.QueueId), cancel);

    // Who shares no partner with the agent has never heard of him.
    static Task<Results<NoContent, ProblemHttpResult>> SignOut(
        Guid id, Actor actor, Cell cell, CancellationToken cancel) =>
        Steer(cell, actor, view => SharedPartner(view, id, actor), CellCommand.SignOut(id), cancel);

    static async Task<Results<NoContent, ProblemHttpResult>> Steer(
        Cell cell, Actor actor, Func<CellView, Guid?> partner, CellCommand command, CancellationToken cancel)
    {
        var owner = await cell.Read(partner, cancel);
        if (owner is not { } known || !actor.Serves(known)) return CommonProblems.NotFound.Answer();
        return await RoutingAnswer.From(cell.Send(command, cancel));
    }

    static Guid? PartnerOf(CellView view, Guid contact)
    {
        var number = view.Router.Directory.Contact(contact);
        return number == 0 ? null : view.Router.Directory.PartnerId(view.Router.Contact(number).Partner);
    }

    static Guid? SharedPartner(CellView view, Guid agent, Actor reader) =>
        view.Router.Agent(view.Router.Directory.Agent(agent)) is { } known
            ? known.Settings.Partners.Where(reader.Serves).Cast<Guid?>().FirstOrDefault() : null;
}
