using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>
/// An agent calls the customer back to whom that was promised. While nobody answers the contact stays his: he tries again,
/// promises another time, or ends it. What the partner's rule says of calls to the outside holds here too.
/// </summary>
static class DialCallback
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <param name="Number">As people write numbers; null: the one from which the customer had called.</param>
    public sealed record Request(string? Number = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/dialling", Handle).WithName("dialCallback").WithSummary("Call the customer of a callback")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, Cell cell, OutgoingCalls calls, OutsideLegs legs, CallersEar ear,
        Telephony telephony, TimeProvider time, CancellationToken cancel)
    {
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        if (!await cell.Read(view => CallIntoCall.IsHis(view, id, actor.Id), cancel)) return VoiceProblems.NoSuchCall.Answer();
        await using var work = await database.Begin(actor, cancel);
        if (await work.Single<From?>(FromRow, new { id }) is not { } from) return VoiceProblems.NumberNotAllowed.Answer();
        if (from.IsOn) return VoiceProblems.OnTheLine.Answer();
        if (DialledNumber.Normal(request.Number ?? from.Caller ?? "", from.HomeCountry) is not { } number)
            return VoiceProblems.NoNumber.Answer();
        var now = time.GetUtcNow();
        if (!from.Rule.Allows(number))
            return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.NumberNotAllowed, now);
        var leg = new CallOutside(id, actor.Id, Guid.CreateVersion7(now), number, from.Number, HandsOver: false);
        if (!await calls.AddLeg(leg, from.PartnerId, from.Rule, now, cancel))
            return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.CallsUsedUp, now);
        await work.Commit();
        await calls.Reopen(id, cancel);
        ear.Add(id);
        var placed = await telephony.Link.Ask(new PlaceCall(id, actor.Id, number, from.Called, from.Number) { Leg = leg.Leg }, patience);
        if (placed is { Problem: null }) return TypedResults.NoContent();
        ear.Remove(id);
        await calls.Close(id, now, cancel);
        await legs.Close(leg.Leg, now);
        return placed?.Problem is { } problem ? Problem.All[problem].Answer() : VoiceProblems.TelephoneAway.Answer();
    }

    const string FromRow = """
        select n.id, n.number, n.queue_id, n.language_id, c.partner_id, c.caller, c.ended_at is null as is_on,
               r.prefixes, r.home_country, r.agent_calls, r.all_calls
        from call c join telephone_number n on n.id = c.number_id join outgoing_rule r on r.partner_id = c.partner_id
        where c.contact_id = @id
        """;

    sealed record From(
        Guid Id, string Number, Guid QueueId, Guid? LanguageId, Guid PartnerId, string? Caller, bool IsOn, string[] Prefixes,
        string HomeCountry, int AgentCalls, int AllCalls)
    {
        public OutgoingRule Rule => new(Prefixes, HomeCountry, AgentCalls, AllCalls);

        public CalledNumber Called => new(Id, PartnerId, QueueId, LanguageId ?? default, HearsMusic: false);
    }
}
