using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>
/// An agent calls somebody outside into a call of his: to ask, to have join in, or to hand the call on. What his partner's
/// rule says of calls to the outside holds here too, and each counts as one.
/// </summary>
sealed class CallIntoCall(Db database, Cell cell, OutgoingCalls calls, OutsideLegs legs, Telephony telephony, TimeProvider time)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <param name="typed">As people write numbers.</param>
    /// <param name="handsOver">The call is to be theirs as soon as they answer.</param>
    public async Task<Results<NoContent, ProblemHttpResult>> Call(
        Guid contact, string typed, bool handsOver, Actor actor, CancellationToken cancel)
    {
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        if (!await cell.Read(view => IsHis(view, contact, actor.Id), cancel)) return VoiceProblems.NoSuchCall.Answer();
        await using var work = await database.Begin(actor, cancel);
        if (await work.Single<From?>(FromRow, new { contact }) is not { } from) return VoiceProblems.NumberNotAllowed.Answer();
        if (DialledNumber.Normal(typed, from.HomeCountry) is not { } number) return VoiceProblems.NoNumber.Answer();
        var now = time.GetUtcNow();
        if (!from.Rule.Allows(number))
            return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.NumberNotAllowed, now);
        var leg = new CallOutside(contact, actor.Id, Guid.CreateVersion7(now), number, from.Number, handsOver);
        if (!await calls.AddLeg(leg, from.PartnerId, from.Rule, now, cancel))
            return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.CallsUsedUp, now);
        await work.Commit();
        var placed = await telephony.Link.Ask(leg, patience);
        if (placed is { Problem: null }) return TypedResults.NoContent();
        await legs.Close(leg.Leg, now);
        return placed?.Problem is { } problem ? Problem.All[problem].Answer() : VoiceProblems.TelephoneAway.Answer();
    }

    internal static bool IsHis(CellView view, Guid contact, Guid agent)
    {
        var number = view.Router.Directory.Contact(contact);
        return number != 0 && view.Router.Contact(number).ConnectedTo is var holder and > 0 && view.Router.Directory.AgentId(holder) == agent;
    }

    const string FromRow = """
        select n.number, c.partner_id, r.prefixes, r.home_country, r.agent_calls, r.all_calls
        from call c join telephone_number n on n.id = c.number_id join outgoing_rule r on r.partner_id = c.partner_id
        where c.contact_id = @contact and c.ended_at is null
        """;

    sealed record From(string Number, Guid PartnerId, string[] Prefixes, string HomeCountry, int AgentCalls, int AllCalls)
    {
        public OutgoingRule Rule => new(Prefixes, HomeCountry, AgentCalls, AllCalls);
    }
}
