using System.Text.Json.Serialization;
using Centrala.Server.Database;

namespace Centrala.Server.History;

/// <summary>A contact as the list of the history shows it.</summary>
/// <param name="Language">A tag; empty when nobody knows.</param>
/// <param name="Reason">Why it ended or is parked.</param>
/// <param name="Agents">Who had it, in order; empty for those who may not know.</param>
/// <param name="Tags">None for those who may not know.</param>
/// <param name="Snippet">The newest message that was looked for; absent when only names or facets were.</param>
public sealed record HistoryEntry(
    Guid ContactId, Guid? ConversationId, string Channel, HistoryPartner Partner, HistoryName? Queue, string Language,
    string? CustomerName, string? CustomerEmail, string State, string? Reason, DateTimeOffset ArrivedAt,
    DateTimeOffset? EndedAt, IReadOnlyList<HistoryName> Agents, string? Disposition, IReadOnlyList<string> Tags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Snippet? Snippet);

public sealed record HistoryPartner(Guid Id, string Name, string Colour);

/// <summary>Reads entries of contacts, as far as the actor of the work may see them.</summary>
static class HistoryEntries
{
    const string Columns = """
        select k.id as contact_id, c.id as conversation_id, k.channel, k.partner_id, p.name as partner_name, p.colour,
               k.queue_id, q.name as queue_name, coalesce(c.language, skill.language, '') as language, c.customer_name,
               c.customer_email, k.state, k.reason, k.arrived_at, k.ended_at, w.name as disposition,
               coalesce(s.ids, '{}') as agent_ids, coalesce(s.names, '{}') as agent_names,
               array(select name from conversation_tag t where t.conversation_id = c.id order by name) as tags
        from contact k join partner p on p.id = k.partner_id
          left join queue q on q.id = k.queue_id
          left join skill on skill.id = k.language_id
          left join conversation c on c.contact_id = k.id
          left join lateral (
            select d.name from wrap_up join disposition d on d.id = disposition_id
            where wrap_up.contact_id = k.id order by at desc limit 1) w on true
          left join lateral (
            select array_agg(one.agent_id order by one.first) as ids, array_agg(coalesce(person.name, '') order by one.first) as names
            from (select agent_id, min(number) as first from segment where segment.contact_id = k.id group by agent_id) one
              left join person on person.id = one.agent_id) s on true
        where k.id = any(@contacts)
        """;

    /// <returns>In no order.</returns>
    public static async Task<IReadOnlyList<HistoryEntry>> Read(Work work, Guid[] contacts) =>
        [.. (await work.Query<Row>(Columns, new { contacts })).Select(row => row.Entry())];

    sealed record Row(
        Guid ContactId, Guid? ConversationId, string Channel, Guid PartnerId, string PartnerName, string Colour, Guid? QueueId,
        string? QueueName, string Language, string? CustomerName, string? CustomerEmail, string State, string? Reason,
        DateTimeOffset ArrivedAt, DateTimeOffset? EndedAt, string? Disposition, Guid[] AgentIds, string[] AgentNames, string[] Tags)
    {
        public HistoryEntry Entry() => new(
            ContactId, ConversationId, Channel, new(PartnerId, PartnerName, Colour),
            QueueId is { } queue ? new(queue, QueueName) : null, Language, CustomerName, CustomerEmail, State, Reason, ArrivedAt,
            EndedAt, [.. AgentIds.Select((id, at) => new HistoryName(id, AgentNames[at] is { Length: > 0 } name ? name : null))],
            Disposition, Tags, null);
    }
}
