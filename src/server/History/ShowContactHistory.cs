using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.History;

/// <summary>Everything that happened to one contact, each with its instant and who it was.</summary>
static class ShowContactHistory
{
    /// <param name="WrapUps">How its agents said that their parts ended; empty for those who may not read notes.</param>
    public sealed record Response(HistoryEntry Entry, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<WrapUpView> WrapUps);

    public sealed record WrapUpView(DateTimeOffset At, HistoryName Agent, string? Disposition, string? Note);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/history/{contactId:guid}", Handle).WithName("showContactHistory")
        .WithSummary("Everything that happened to a contact")
        .Requires(Permission.ReadConversations);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid contactId, Actor actor, Db database, ContactRecords records, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var found = await work.Single<Found>("""
            select k.number as contact, h.records from history_entry h join contact k on k.id = h.contact_id
            where h.contact_id = @contactId
            """, new { contactId });
        if (found is null) return CommonProblems.NotFound.Answer();
        var entry = (await HistoryEntries.Read(work, [contactId])).Single();
        var wrapUps = await work.Query<WrapUpRow>("""
            select w.at, w.agent_id, p.name as agent, d.name as disposition, w.note
            from wrap_up w left join person p on p.id = w.agent_id left join disposition d on d.id = w.disposition_id
            where w.contact_id = @contactId order by w.at
            """, new { contactId });
        var events = await records.Of(found.Contact, found.Records, cancel);
        var (agents, queues) = await records.Ids(events, cancel);
        var people = await Names(work, "select id, name from person where id = any(@ids)", agents.Values);
        var places = await Names(work, "select id, name from queue where id = any(@ids)", queues.Values);
        return TypedResults.Ok(new Response(
            entry,
            [.. events.Select(one => HistoryEvent.Of(one, Named(agents, people), Named(queues, places)))],
            [.. wrapUps.Select(row => new WrapUpView(row.At, new(row.AgentId, row.Agent), row.Disposition, row.Note))]));
    }

    static async Task<Dictionary<Guid, string>> Names(Database.Work work, string sql, IEnumerable<Guid> ids) =>
        (await work.Query<NameRow>(sql, new { ids = ids.ToArray() })).ToDictionary(row => row.Id, row => row.Name);

    static Func<int, HistoryName?> Named(Dictionary<int, Guid> ids, Dictionary<Guid, string> names) =>
        number => ids.TryGetValue(number, out var id) ? new(id, names.GetValueOrDefault(id)) : null;

    sealed record Found(int Contact, long[] Records);

    sealed record NameRow(Guid Id, string Name);

    sealed record WrapUpRow(DateTimeOffset At, Guid AgentId, string? Agent, string? Disposition, string? Note);
}
