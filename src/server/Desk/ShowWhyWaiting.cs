using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Why a contact still waits: who could take it, and what rules each of them out.</summary>
static class ShowWhyWaiting
{
    static readonly Problem notWaiting = new("waits-no-longer", 409, "It waits no longer",
        "Somebody has the contact, or it is over. Nothing was changed. Look at the floor for where it is now.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{id:guid}/obstacles", Handle).WithName("showWhyWaiting")
        .WithSummary("Why a contact still waits: what it needs, and what rules each person out")
        .Requires(Permission.SeeFloor);

    static async Task<Results<Ok<WhyWaitingView>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Cell cell, Names names, Desks desks, CancellationToken cancel)
    {
        var (partner, why) = await cell.Read(view => (view.PartnerOf(id), WhyWaiting.Of(view, id)), cancel);
        if (partner is not { } known || !actor.Serves(known)) return CommonProblems.NotFound.Answer();
        if (why is null) return notWaiting.Answer();
        var customer = actor.May(Permission.ReadConversations) ? await desks.CustomerName(id, actor, cancel) : null;
        var view = why.View(await names.Get(cancel), customer);
        return TypedResults.Ok(actor.Kind == ActorKind.Partner ? view.WithoutNames() : view);
    }
}
