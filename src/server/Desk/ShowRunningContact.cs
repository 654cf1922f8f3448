using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>A contact that is not over, for who looks over its agent's shoulder: as it stands on that agent's desk.</summary>
static class ShowRunningContact
{
    /// <param name="Agent">Who has it; null while nobody does, and for a partner's viewers, who see no names of staff.</param>
    public sealed record Response(DeskContactView Contact, NamedView? Agent);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{id:guid}", Handle).WithName("showRunningContact")
        .WithSummary("A running contact and who has it, for a lead who reads along")
        .Requires(Permission.ReadConversations);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Cell cell, Desks desks, CancellationToken cancel)
    {
        if (!actor.May(Permission.SeeFloor)) return CommonProblems.NotFound.Answer();
        var found = await cell.Read(view => (view.PartnerOf(id), Find(view.Router, id)), cancel);
        if (found is not ({ } partner, { } running) || !actor.Serves(partner)) return CommonProblems.NotFound.Answer();
        var contact = await desks.Contact(running.Work, actor, cancel);
        var isShown = running.Agent is not null && actor.Kind != ActorKind.Partner;
        return TypedResults.Ok(new Response(contact, isShown ? await desks.Person(running.Agent!.Value, cancel) : null));
    }

    static Running? Find(Router router, Guid id)
    {
        var number = router.Directory.Contact(id);
        if (number == 0 || router.Contact(number).State == ContactState.Ended) return null;
        ref readonly var contact = ref router.Contact(number);
        var holder = router.Agent(contact.ConnectedTo > 0 ? contact.ConnectedTo : contact.LastAgent);
        if (holder is not null)
            foreach (var work in holder.Work)
                if (work.Contact == number && work.State != WorkState.Offered)
                    return new(DeskWork.Of(router, holder, work), holder.Id);
        return new(DeskWork.Sought(router, number), null);
    }

    sealed record Running(DeskWork Work, Guid? Agent);
}
