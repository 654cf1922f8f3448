using Centrala.Core.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Centrala.Server.Dispatch;

/// <summary>Writes a commit's projection: one statement a table, whatever the number of rows.</summary>
static class ProjectionTables
{
    const string Contacts = """
        insert into contact (id, number, external_id, partner_id, queue_id, channel, language_id, state, state_since, reason,
          offered_to, connected_to, last_agent, arrived_at, wait_since, due_at, answered_at, ended_at, last_message,
          cell, sequence)
        select r.*, @cell, @sequence from unnest(@id, @number, @external, @partner, @queue, @channel, @language, @state,
          @stateSince, @reason, @offeredTo, @connectedTo, @lastAgent, @arrivedAt, @waitSince, @dueAt, @answeredAt, @endedAt,
          @lastMessage) r
        on conflict (id) do update set partner_id = excluded.partner_id, queue_id = excluded.queue_id,
          state = excluded.state, state_since = excluded.state_since, reason = excluded.reason,
          offered_to = excluded.offered_to, connected_to = excluded.connected_to, last_agent = excluded.last_agent,
          wait_since = excluded.wait_since, due_at = excluded.due_at,
          answered_at = coalesce(contact.answered_at, excluded.answered_at),
          ended_at = case when excluded.state in ('ended', 'wrap-up') then coalesce(excluded.ended_at, contact.ended_at) end,
          last_message = excluded.last_message, sequence = excluded.sequence
        """;

    const string Segments = """
        insert into segment (contact_id, number, partner_id, queue_id, agent_id, channel, connected_at, ended_at, end_reason,
          wrap_up_until, wrapped_up_at, sequence)
        select r.*, @sequence from unnest(@contact, @number, @partner, @queue, @agent, @channel, @connectedAt, @endedAt,
          @endReason, @wrapUpUntil, @wrappedUpAt) r
        on conflict (contact_id, number) do update set
          ended_at = coalesce(segment.ended_at, excluded.ended_at),
          end_reason = coalesce(segment.end_reason, excluded.end_reason),
          wrap_up_until = coalesce(excluded.wrap_up_until, segment.wrap_up_until),
          wrapped_up_at = coalesce(segment.wrapped_up_at, excluded.wrapped_up_at), sequence = excluded.sequence
        """;

    const string Agents = """
        insert into agent_status (agent_id, number, state, away_kind_id, state_since, reachable, points_used, cell, sequence)
        select r.*, @cell, @sequence
          from unnest(@id, @number, @state, @awayKind, @stateSince, @reachable, @pointsUsed) r
        on conflict (agent_id) do update set number = excluded.number, state = excluded.state,
          away_kind_id = excluded.away_kind_id, state_since = excluded.state_since, reachable = excluded.reachable,
          points_used = excluded.points_used, sequence = excluded.sequence
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Projection projection, Router router, short cell, long sequence)
    {
        ContactRow[] contacts = [.. projection.Contacts(router)];
        SegmentRow[] segments = [.. projection.Segments];
        AgentRow[] agents = [.. projection.Agents(router)];
        Guid[] removed = [.. projection.RemovedAgents];
        if (contacts.Length > 0) yield return OfContacts(contacts, cell, sequence);
        if (segments.Length > 0) yield return OfSegments(segments, sequence);
        if (agents.Length > 0) yield return OfAgents(agents, cell, sequence);
        if (removed.Length > 0)
            yield return new("delete from agent_status where agent_id = any($1)") { Parameters = { new() { Value = removed } } };
    }

    static NpgsqlBatchCommand OfContacts(ContactRow[] rows, short cell, long sequence) => new(Contacts)
    {
        Parameters =
        {
            new("cell", cell),
            new("sequence", sequence),
            Column("id", NpgsqlDbType.Uuid, rows, row => row.Id),
            Column("number", NpgsqlDbType.Integer, rows, row => row.Number),
            Column("external", NpgsqlDbType.Uuid, rows, row => row.External),
            Column("partner", NpgsqlDbType.Uuid, rows, row => row.Partner),
            Column("queue", NpgsqlDbType.Uuid, rows, row => row.Queue),
            Column("channel", NpgsqlDbType.Text, rows, row => row.Channel),
            Column("language", NpgsqlDbType.Uuid, rows, row => row.Language),
            Column("state", NpgsqlDbType.Text, rows, row => row.State),
            Column("stateSince", NpgsqlDbType.TimestampTz, rows, row => row.StateSince),
            Column("reason", NpgsqlDbType.Text, rows, row => row.Reason),
            Column("offeredTo", NpgsqlDbType.Uuid, rows, row => row.OfferedTo),
            Column("connectedTo", NpgsqlDbType.Uuid, rows, row => row.ConnectedTo),
            Column("lastAgent", NpgsqlDbType.Uuid, rows, row => row.LastAgent),
            Column("arrivedAt", NpgsqlDbType.TimestampTz, rows, row => row.ArrivedAt),
            Column("waitSince", NpgsqlDbType.TimestampTz, rows, row => row.WaitSince),
            Column("dueAt", NpgsqlDbType.TimestampTz, rows, row => row.DueAt),
            Column("answeredAt", NpgsqlDbType.TimestampTz, rows, row => row.AnsweredAt),
            Column("endedAt", NpgsqlDbType.TimestampTz, rows, row => row.EndedAt),
            Column("lastMessage", NpgsqlDbType.Bigint, rows, row => row.LastMessage),
        },
    };

    static NpgsqlBatchCommand OfSegments(SegmentRow[] rows, long sequence) => new(Segments)
    {
        Parameters =
        {
            new("sequence", sequence),
            Column("contact", NpgsqlDbType.Uuid, rows, row => row.Contact),
            Column("number", NpgsqlDbType.Integer, rows, row => row.Number),
            Column("partner", NpgsqlDbType.Uuid, rows, row => row.Partner),
            Column("queue", NpgsqlDbType.Uuid, rows, row => row.Queue),
            Column("agent", NpgsqlDbType.Uuid, rows, row => row.Agent),
            Column("channel", NpgsqlDbType.Text, rows, row => row.Channel),
            Column("connectedAt", NpgsqlDbType.TimestampTz, rows, row => row.ConnectedAt),
            Column("endedAt", NpgsqlDbType.TimestampTz, rows, row => row.EndedAt),
            Column("endReason", NpgsqlDbType.Text, rows, row => row.EndReason),
            Column("wrapUpUntil", NpgsqlDbType.TimestampTz, rows, row => row.WrapUpUntil),
            Column("wrappedUpAt", NpgsqlDbType.TimestampTz, rows, row => row.WrappedUpAt),
        },
    };

    static NpgsqlBatchCommand OfAgents(AgentRow[] rows, short cell, long sequence) => new(Agents)
    {
        Parameters =
        {
            new("cell", cell),
            new("sequence", sequence),
            Column("id", NpgsqlDbType.Uuid, rows, row => row.Id),
            Column("number", NpgsqlDbType.Integer, rows, row => row.Number),
            Column("state", NpgsqlDbType.Text, rows, row => row.State),
            Column("awayKind", NpgsqlDbType.Uuid, rows, row => row.AwayKind),
            Column("stateSince", NpgsqlDbType.TimestampTz, rows, row => row.StateSince),
            Column("reachable", NpgsqlDbType.Boolean, rows, row => row.Reachable),
            Column("pointsUsed", NpgsqlDbType.Integer, rows, row => row.PointsUsed),
        },
    };

    static NpgsqlParameter Column<TRow, TValue>(
        string name, NpgsqlDbType type, TRow[] rows, Func<TRow, TValue> value) =>
        new(name, NpgsqlDbType.Array | type) { Value = Array.ConvertAll(rows, row => value(row)) };
}
