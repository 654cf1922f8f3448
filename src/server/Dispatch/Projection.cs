using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Dispatch;

/// <summary>
/// What a commit changes in the tables of router state. The rows say how things stand after the commit; however often
/// something changed within it, it is written once.
/// </summary>
sealed class Projection
{
    readonly Dictionary<int, Moments> contacts = [];
    readonly Dictionary<(Guid Contact, int Number), SegmentRow> segments = [];
    readonly HashSet<int> agents = [];
    readonly HashSet<Guid> removedAgents = [];

    public IReadOnlyCollection<SegmentRow> Segments => segments.Values;

    public IReadOnlyCollection<Guid> RemovedAgents => removedAgents;

    /// <summary>Notes what events touch; the router has made them its state already.</summary>
    public void Add(ReadOnlySpan<Event> events, DateTimeOffset at, Router router)
    {
        foreach (ref readonly var happened in events)
        {
            if (happened.Kind == EventKind.ContactForgotten) continue;
            if (happened.Contact != 0) Touch(happened, at);
            if (happened.Agent != 0) agents.Add(happened.Agent);
            if (happened.Kind == EventKind.AgentRemoved) removedAgents.Add(router.Directory.AgentId(happened.Agent));
            if (happened.Segment != 0) Note(happened, at, router);
        }
    }

    public IEnumerable<ContactRow> Contacts(Router router)
    {
        foreach (var (number, moments) in contacts)
            if (router.HasContact(number)) yield return ContactRow.Of(router, number, moments);
    }

    public IEnumerable<AgentRow> Agents(Router router)
    {
        foreach (var number in agents)
            if (router.Agent(number) is { } agent) yield return AgentRow.Of(agent);
    }

    void Touch(in Event happened, DateTimeOffset at)
    {
        var moments = contacts.GetValueOrDefault(happened.Contact);
        if (happened.Kind == EventKind.Connected) moments.AnsweredAt ??= at;
        if (happened.Kind == EventKind.ContactEnded) moments.EndedAt = at;
        contacts[happened.Contact] = moments;
    }

    void Note(in Event happened, DateTimeOffset at, Router router)
    {
        if (!router.HasContact(happened.Contact)) return;
        ref readonly var contact = ref router.Contact(happened.Contact);
        var key = (contact.Id, happened.Segment);
        var row = segments.GetValueOrDefault(key) ?? new SegmentRow(contact.Id, happened.Segment)
        {
            Partner = router.Directory.PartnerId(contact.Partner),
            Queue = router.Directory.QueueId(happened.Queue == 0 ? contact.Queue : happened.Queue),
            Agent = router.Directory.AgentId(happened.Agent),
            Channel = Word<Channel>.Of(contact.Channel),
            ConnectedAt = at,
        };
        segments[key] = happened.Kind switch
        {
            EventKind.SegmentEnded => row with
            {
                EndedAt = at,
                EndReason = Word<Reason>.Of(happened.Reason),
                WrapUpUntil = happened.Until,
            },
            EventKind.WrapUpEnded => row with { WrappedUpAt = at },
            _ => row,
        };
    }

    /// <summary>Instants that the router does not keep.</summary>
    public record struct Moments(DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt);
}

/// <summary>A row of <c>segment</c>. Of one that began in an earlier commit only what ended is written.</summary>
sealed record SegmentRow(Guid Contact, int Number)
{
    public required Guid Partner { get; init; }
    public required Guid Queue { get; init; }
    public required Guid Agent { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset ConnectedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }
    public DateTimeOffset? WrapUpUntil { get; init; }
    public DateTimeOffset? WrappedUpAt { get; init; }
}

/// <summary>A row of <c>agent_status</c>.</summary>
sealed record AgentRow(
    Guid Id, int Number, string State, Guid? AwayKind, DateTimeOffset StateSince, bool Reachable, int PointsUsed)
{
    public static AgentRow Of(Agent agent) => new(
        agent.Id, agent.Number, Word<AgentState>.Of(agent.State), agent.AwayKind == default ? null : agent.AwayKind,
        agent.StateSince, agent.IsReachable, agent.PointsUsed);
}

/// <summary>A row of <c>contact</c>.</summary>
sealed record ContactRow(Guid Id, int Number)
{
    public required Guid? External { get; init; }
    public required Guid? Partner { get; init; }
    public required Guid? Queue { get; init; }
    public required string Channel { get; init; }
    public required Guid? Language { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset StateSince { get; init; }
    public required string? Reason { get; init; }
    public required Guid? OfferedTo { get; init; }
    public required Guid? ConnectedTo { get; init; }
    public required Guid? LastAgent { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required DateTimeOffset WaitSince { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required long LastMessage { get; init; }

    public static ContactRow Of(Router router, int number, Projection.Moments moments)
    {
        ref readonly var contact = ref router.Contact(number);
        var directory = router.Directory;
        return new ContactRow(contact.Id, number)
        {
            External = Some(contact.External),
            Partner = Some(directory.PartnerId(contact.Partner)),
            Queue = Some(directory.QueueId(contact.Queue)),
            Channel = Word<Channel>.Of(contact.Channel),
            Language = Some(directory.SkillId(contact.Language)),
            State = Word<ContactState>.Of(contact.State),
            StateSince = contact.StateSince,
            Reason = contact.Reason == default ? null : Word<Reason>.Of(contact.Reason),
            OfferedTo = Some(directory.AgentId(contact.OfferedTo)),
            ConnectedTo = Some(directory.AgentId(contact.ConnectedTo)),
            LastAgent = Some(directory.AgentId(contact.LastAgent)),
            ArrivedAt = contact.ArrivedAt,
            WaitSince = contact.WaitSince,
            DueAt = contact.Until,
            AnsweredAt = moments.AnsweredAt,
            EndedAt = moments.EndedAt,
            LastMessage = contact.LastMessage,
        };
    }

    static Guid? Some(Guid id) => id == default ? null : id;
}
