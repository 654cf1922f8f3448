using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Takes up a contact again that this agent has set aside.</summary>
static class WakeContact
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/contacts/{id:guid}/snooze", Handle).WithName("wakeContact").WithSummary("Take a contact up again")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Cell cell, CancellationToken cancel)
    {
        var isMine = await cell.Read(view => Holds(view, id, actor.Id), cancel);
        if (!isMine) return RoutingAnswer.Answer(Refusal.NotParked);
        return await RoutingAnswer.From(cell.Send(CellCommand.WakeContact(id, Reason.AgentResumed), cancel));
    }

    static bool Holds(in CellView view, Guid contact, Guid person)
    {
        var number = view.Router.Directory.Contact(contact);
        if (view.Router.Agent(view.Router.Directory.Agent(person)) is not { } agent) return false;
        foreach (var work in agent.Work)
            if (work.Contact == number && work.State == WorkState.Parked) return true;
        return false;
    }
}
