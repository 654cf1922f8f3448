using Centrala.Server.Access;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Leads;

/// <summary>
/// A lead listens to an agent's call, coaches the agent or joins in; each is a right of its own. The audit log has the wish
/// before the telephone does. To take the call over is <see cref="TakeOverCall"/>.
/// </summary>
static class HearCall
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/listening", Listen).WithName("listenToCall")
            .WithSummary("Hear an agent's call, unheard").Requires(Permission.ListenToCalls);
        routes.MapPut("/contacts/{id:guid}/coaching", Coach).WithName("coachInCall")
            .WithSummary("Speak to the agent in a call: the customer hears nothing of it").Requires(Permission.CoachInCalls);
        routes.MapPut("/contacts/{id:guid}/barging", Barge).WithName("bargeIntoCall")
            .WithSummary("Join an agent's call, heard by everybody").Requires(Permission.BargeIntoCalls);
        routes.MapDelete("/contacts/{id:guid}/listening", Leave).WithName("leaveCall")
            .WithSummary("Leave an agent's call").Requires(Permission.ListenToCalls);
    }

    static Task<Results<NoContent, ProblemHttpResult>> Listen(
        Guid id, Actor actor, Cell cell, Db database, Telephony telephony, TimeProvider time, CancellationToken cancel) =>
        Join(new(id, actor.Id, LeadMode.Listen), actor, cell, database, telephony, time, cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Coach(
        Guid id, Actor actor, Cell cell, Db database, Telephony telephony, TimeProvider time, CancellationToken cancel) =>
        Join(new(id, actor.Id, LeadMode.Coach), actor, cell, database, telephony, time, cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Barge(
        Guid id, Actor actor, Cell cell, Db database, Telephony telephony, TimeProvider time, CancellationToken cancel) =>
        Join(new(id, actor.Id, LeadMode.Barge), actor, cell, database, telephony, time, cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Leave(Guid id, Actor actor, Telephony telephony) =>
        CallAnswer.To(telephony, new LeaveCall(id, actor.Id));

    static async Task<Results<NoContent, ProblemHttpResult>> Join(
        JoinCall wish, Actor actor, Cell cell, Db database, Telephony telephony, TimeProvider time, CancellationToken cancel)
    {
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        if (await cell.Read(view => view.PartnerOf(wish.Contact), cancel) is not { } partner || !actor.Serves(partner))
            return CommonProblems.NotFound.Answer();
        await using (var work = await database.Begin(actor, cancel))
        {
            await Audit.Write(work, actor, time.GetUtcNow(), "hear-call", "contact", wish.Contact, new { mode = Word<LeadMode>.Of(wish.Mode) });
            await work.Commit();
        }
        if (await telephony.Link.Ask(wish, patience) is not { } answer) return VoiceProblems.TelephoneAway.Answer();
        return answer.Problem is { } problem ? Problem.All[problem].Answer() : TypedResults.NoContent();
    }
}
