using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Asking;

/// <summary>
/// The end of asking: the call goes to whom was asked, or he goes. A colleague is meant before somebody outside, while there
/// are both.
/// </summary>
static class EndAsking
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/contacts/{id:guid}/consult/completion", HandOver).WithName("handOverCall")
            .WithSummary("Leave the call to whom one has asked").Requires(Permission.HandleContacts);
        routes.MapDelete("/contacts/{id:guid}/consult", Dismiss).WithName("dismissAsked")
            .WithSummary("Let go whom one has asked: the caller is back").Requires(Permission.HandleContacts);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> HandOver(
        Guid id, Actor actor, Cell cell, Telephony telephony, CancellationToken cancel) =>
        await cell.Read(view => IsAsking(view, id), cancel)
            ? await RoutingAnswer.From(cell.Send(CellCommand.HandOver(id, actor.Id), cancel))
            : await CallAnswer.To(telephony, new HandOutside(id, actor.Id));

    /// <param name="outside">Whom one has called outside, though a colleague is asked too.</param>
    static async Task<Results<NoContent, ProblemHttpResult>> Dismiss(
        Guid id, Actor actor, Cell cell, Telephony telephony, CancellationToken cancel, bool outside = false) =>
        !outside && await cell.Read(view => IsAsking(view, id), cancel)
            ? await RoutingAnswer.From(cell.Send(CellCommand.CancelTransfer(id, actor.Id), cancel))
            : await CallAnswer.To(telephony, new DismissOutsider(id, actor.Id));

    static bool IsAsking(CellView view, Guid contact)
    {
        var number = view.Router.Directory.Contact(contact);
        return number != 0 && view.Router.Contact(number).Consults;
    }
}
