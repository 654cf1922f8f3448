using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Leads;

/// <summary>A lead takes a running call out of an agent's hands, at once: it rings at the lead's own telephone.</summary>
static class TakeOverCall
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/taking-over", Handle).WithName("takeOverCall")
        .WithSummary("Take a running call out of an agent's hands").Requires(Permission.TakeOverCalls);

    // Who had it is told at once: his desk changes under his hands.
    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Steering steering, Cell cell, Desks desks, LiveStream stream, LeadRecords records, TimeProvider time,
        CancellationToken cancel)
    {
        if (await cell.Read(view => view.PartnerOf(id), cancel) is not { } partner || !actor.Serves(partner))
            return CommonProblems.NotFound.Answer();
        if (await cell.Read(view => view.IsCall(id) ? HandContact.HolderOf(view, id) : null, cancel) is not { } former)
            return VoiceProblems.NoSuchCall.Answer();
        var answer = await steering.Do(actor, new("take-over-call", "contact", id, new { from = former }),
            view => view.PartnerOf(id), CellCommand.TakeContact(id, actor.Id), cancel);
        if (answer.Result is not NoContent) return answer;
        var now = time.GetUtcNow();
        await records.Store(new(Guid.CreateVersion7(now), id, partner, actor.Id, LeadMode.TakeOver, now, now));
        await HandContact.TellFormer(former, id, actor, desks, stream, cancel);
        return answer;
    }
}
