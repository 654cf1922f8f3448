using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>A lead takes a contact, out of a queue or out of a colleague's hands, or gives it to somebody by name.</summary>
static class HandContact
{
    public sealed record GiveRequest(Guid AgentId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/contacts/{id:guid}/taking", Take).WithName("takeContact")
            .WithSummary("Take a contact oneself, at once, from its queue or from a colleague").Requires(Permission.SteerFloor);
        routes.MapPost("/contacts/{id:guid}/giving", Give).WithName("giveContact")
            .WithSummary("Have a contact offered to one person, then to its queue").Requires(Permission.SteerFloor);
    }

    // Who had the contact is told at once: his desk changes under his hands.
    static async Task<Results<NoContent, ProblemHttpResult>> Take(
        Guid id, Actor actor, Steering steering, Cell cell, Desks desks, LiveStream stream, CancellationToken cancel)
    {
        var holder = await cell.Read(view => HolderOf(view, id), cancel);
        if (holder is not null && await cell.Read(view => view.IsCall(id), cancel)) return DeskProblems.RunningCall.Answer();
        var answer = await steering.Do(actor, new("take-contact", "contact", id, new { from = holder }),
            view => view.PartnerOf(id), CellCommand.TakeContact(id, actor.Id), cancel);
        if (holder is { } former && answer.Result is NoContent) await TellFormer(former, id, actor, desks, stream, cancel);
        return answer;
    }

    internal static async Task TellFormer(Guid former, Guid contact, Actor actor, Desks desks, LiveStream stream, CancellationToken cancel) =>
        stream.Publish(new ForPerson(former, "contact.taken", 0, new Taken(contact, (await desks.Person(actor.Id, cancel)).Name)));

    /// <returns>Null when nobody has it.</returns>
    internal static Guid? HolderOf(CellView view, Guid id)
    {
        var number = view.Router.Directory.Contact(id);
        var holder = number == 0 ? 0 : view.Router.Contact(number).ConnectedTo;
        return holder == 0 ? null : view.Router.Directory.AgentId(holder);
    }

    sealed record Taken(Guid ContactId, string By);

    static Task<Results<NoContent, ProblemHttpResult>> Give(
        Guid id, GiveRequest request, Actor actor, Steering steering, CancellationToken cancel) =>
        steering.Do(actor, new("give-contact", "contact", id, new { request.AgentId }),
            view => view.PartnerOf(id), CellCommand.GiveContact(id, request.AgentId), cancel);
}
