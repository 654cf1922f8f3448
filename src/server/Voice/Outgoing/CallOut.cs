using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>
/// An agent calls somebody in a partner's name. Only allowed numbers, and only so many a day: whoever tries more raises an
/// alarm. The call is a contact of the number's queue, which only he is sought for.
/// </summary>
static class CallOut
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <param name="Number">As people write numbers; without a country it is the partner's home country's.</param>
    /// <param name="FromId">The telephone number that is shown: its partner and queue have the call.</param>
    public sealed record Request(string Number, Guid FromId);

    public sealed record Response(Guid ContactId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/calls", Handle).WithName("callOut").WithSummary("Call somebody in a partner's name")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, OutgoingCalls calls, CallersEar ear, Cell cell, Telephony telephony, TimeProvider time,
        CancellationToken cancel)
    {
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        await using var work = await database.Begin(actor, cancel);
        if (await work.Single<From?>(FromRow, new { request.FromId }) is not { } from) return CommonProblems.NotFound.Answer();
        if (DialledNumber.Normal(request.Number, from.HomeCountry) is not { } number) return VoiceProblems.NoNumber.Answer();
        var now = time.GetUtcNow();
        if (!from.Rule.Allows(number)) return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.NumberNotAllowed, now);
        var contact = Guid.CreateVersion7(now);
        if (!await calls.Add(contact, from.Called, number, actor.Id, from.Rule, now, cancel))
            return await OutgoingAlarms.Raise(work, actor, from.PartnerId, number, VoiceProblems.CallsUsedUp, now);
        await work.Commit();
        ear.Add(contact);
        var refusal = await Take(cell, contact, from, actor.Id, now, cancel)
            ?? await Place(telephony, new(contact, actor.Id, number, from.Called, from.Number));
        if (refusal is null) return TypedResults.Ok(new Response(contact));
        ear.Remove(contact);
        await calls.Close(contact, now, cancel);
        await cell.Send(CellCommand.EndContact(contact, Reason.EndedByLead), cancel);
        return refusal;
    }

    /// <returns>Null when the agent has the contact.</returns>
    static async Task<ProblemHttpResult?> Take(Cell cell, Guid contact, From from, Guid agent, DateTimeOffset now, CancellationToken cancel)
    {
        var arrival = new Arrival
        {
            Id = contact,
            Queue = 0,
            Channel = Channel.Call,
            ArrivedAt = now,
            Steps = [new(new Requirement.Agent(agent))],
        };
        var arrived = await RoutingAnswer.From(cell.Send(CellCommand.Arrive(arrival, from.QueueId, from.LanguageId ?? default), cancel));
        if (arrived.Result is ProblemHttpResult refused) return refused;
        return (await RoutingAnswer.From(cell.Send(CellCommand.TakeContact(contact, agent), cancel))).Result as ProblemHttpResult;
    }

    static async Task<ProblemHttpResult?> Place(Telephony telephony, PlaceCall order)
    {
        var answer = await telephony.Link.Ask(order, patience);
        if (answer is null) return VoiceProblems.TelephoneAway.Answer();
        return answer.Problem is { } problem ? Problem.All[problem].Answer() : null;
    }

    const string FromRow = """
        select n.id, n.number, n.partner_id, n.queue_id, n.language_id, r.prefixes, r.home_country, r.agent_calls, r.all_calls
        from telephone_number n join outgoing_rule r on r.partner_id = n.partner_id
        where n.id = @FromId and n.removed_at is null
        """;

    sealed record From(
        Guid Id, string Number, Guid PartnerId, Guid QueueId, Guid? LanguageId, string[] Prefixes, string HomeCountry, int AgentCalls,
        int AllCalls)
    {
        public OutgoingRule Rule => new(Prefixes, HomeCountry, AgentCalls, AllCalls);

        public CalledNumber Called => new(Id, PartnerId, QueueId, LanguageId ?? default, HearsMusic: false);
    }
}
