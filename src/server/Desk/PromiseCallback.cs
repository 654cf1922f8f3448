using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>
/// Promises a contact's customer to be called back: it keeps its wait and place, and nobody has to hold the line. Whoever
/// brought the contact knows how to reach him: of the number only a digest is kept.
/// </summary>
static class PromiseCallback
{
    /// <param name="Number">The customer's: there is one open callback for each number and queue.</param>
    /// <param name="DueAt">Not before; null: when it is the contact's turn.</param>
    /// <param name="ReleaseAt">It is the agent's own until then; null: anybody of the queue calls back.</param>
    /// <param name="CustomerFirst">He is called when an agent could take him, and waits until one does.</param>
    public sealed record OwnRequest(
        string Number, DateTimeOffset? DueAt = null, DateTimeOffset? ReleaseAt = null, bool CustomerFirst = false);

    /// <param name="Number"><inheritdoc cref="OwnRequest"/></param>
    /// <param name="DueAt">Not before; null: when it is the contact's turn.</param>
    /// <param name="AgentId">Whose it is until its release; null: the queue's.</param>
    /// <param name="ReleaseAt">From then on anybody of the queue may keep it; needed with an agent.</param>
    /// <param name="CustomerFirst">He is called when an agent could take him, and waits until one does.</param>
    public sealed record Request(
        string Number, DateTimeOffset? DueAt = null, Guid? AgentId = null, DateTimeOffset? ReleaseAt = null,
        bool CustomerFirst = false);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/contacts/{id:guid}/callback", OfOwn).WithName("promiseCallback")
            .WithSummary("Promise the customer one is connected with to call back").Requires(Permission.HandleContacts);
        routes.MapPut("/contacts/{id:guid}/callback", OfAny).WithName("arrangeCallback")
            .WithSummary("Arrange a callback for any contact: it keeps its place without holding the line")
            .Requires(Permission.SteerFloor);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> OfOwn(
        Guid id, OwnRequest request, Actor actor, Cell cell, CallbackNumbers numbers, CancellationToken cancel)
    {
        var isMine = await cell.Read(view => IsConnected(view, id, actor.Id), cancel);
        if (!isMine) return RoutingAnswer.Answer(Refusal.NotConnected);
        var agent = request.ReleaseAt is null ? Guid.Empty : actor.Id;
        var promise = PromiseOf(numbers, request.Number, request.DueAt, request.ReleaseAt, request.CustomerFirst);
        return promise is { } made
            ? await RoutingAnswer.From(cell.Send(CellCommand.PromiseCallback(id, made, agent), cancel))
            : DeskProblems.NumberNeeded.Answer();
    }

    static async Task<Results<NoContent, ProblemHttpResult>> OfAny(
        Guid id, Request request, Actor actor, Steering steering, CallbackNumbers numbers, CancellationToken cancel)
    {
        var promise = PromiseOf(numbers, request.Number, request.DueAt, request.ReleaseAt, request.CustomerFirst);
        if (promise is not { } made) return DeskProblems.NumberNeeded.Answer();
        var details = new { request.DueAt, request.AgentId, request.ReleaseAt, request.CustomerFirst };
        return await steering.Do(actor, new("arrange-callback", "contact", id, details), view => view.PartnerOf(id),
            CellCommand.PromiseCallback(id, made, request.AgentId ?? Guid.Empty), cancel);
    }

    static Promise? PromiseOf(
        CallbackNumbers numbers, string number, DateTimeOffset? due, DateTimeOffset? release, bool customerFirst) =>
        numbers.Digest(number) is not { } whom ? null : new()
        {
            Whom = whom,
            Due = due?.ToUniversalTime(),
            Release = release?.ToUniversalTime(),
            CustomerFirst = customerFirst,
        };

    static bool IsConnected(in CellView view, Guid contact, Guid person)
    {
        var number = view.Router.Directory.Contact(contact);
        var agent = view.Router.Directory.Agent(person);
        return number > 0 && agent > 0 && view.Router.Contact(number).ConnectedTo == agent;
    }
}
