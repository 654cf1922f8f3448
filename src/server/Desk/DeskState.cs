using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Desk;

/// <summary>What the router knows of one agent's desk, copied out of it: ids and instants, no names.</summary>
/// <param name="Work">Offers, connected contacts, wrap-ups and what the agent has set aside, in the order in which they came.</param>
/// <param name="Waiting">Contacts that wait where the agent is a member, the highest rank first.</param>
sealed record DeskState(
    long Sequence, DateTimeOffset At, Guid Agent, AgentState State, Guid? AwayKind, DateTimeOffset StateSince,
    bool Reachable, bool HasTelephone, int PointsUsed, IReadOnlyList<DeskWork> Work, IReadOnlyList<DeskWaiting> Waiting)
{
    /// <summary>Waiting contacts that a desk shows.</summary>
    public const int WaitingMax = 20;

    /// <returns>Null when the router does not know the agent.</returns>
    public static DeskState? Of(CellView view, Guid id)
    {
        var (router, sequence, at) = view;
        if (router.Agent(router.Directory.Agent(id)) is not { } agent) return null;
        var work = new List<DeskWork>(agent.Work.Length);
        foreach (var part in agent.Work) work.Add(DeskWork.Of(router, agent, part));
        return new(
            sequence, at, id, agent.State, agent.AwayKind == default ? null : agent.AwayKind, agent.StateSince,
            agent.IsReachable, !agent.LacksTelephone, agent.PointsUsed, work, WaitingFor(router, agent, at));
    }

    static List<DeskWaiting> WaitingFor(Router router, Agent agent, DateTimeOffset at)
    {
        var numbers = new List<int>();
        for (var queue = 1; queue <= router.LastQueue; queue++)
            if (router.IsMember(queue, agent.Number)) router.CopyWaiting(queue, numbers);
        return
        [
            .. numbers.OrderByDescending(number => router.RankMilli(number, at)).ThenBy(number => number)
                .Take(WaitingMax).Select(number => DeskWaiting.Of(router, number)),
        ];
    }
}

/// <summary>An agent's part in one contact.</summary>
/// <param name="Language">A skill; null when any will do.</param>
/// <param name="Offer">Names the offer within the contact; 0 when it is none.</param>
/// <param name="Until">Offered: the deadline. Wrap-up: its limit. Parked: the wake-up. Null: no end.</param>
/// <param name="Transferring">Somebody else is sought for it.</param>
sealed record DeskWork(
    Guid Contact, WorkState State, Channel Channel, Guid Partner, Guid Queue, Guid? Language, int Offer,
    DateTimeOffset Since, DateTimeOffset? Until, DateTimeOffset ArrivedAt, DateTimeOffset WaitSince, bool Transferring,
    IReadOnlyList<DeskMatch> Why)
{
    /// <summary>Who asks this agent in his call; null for nobody.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>How far somebody is sought whom the agent wants to ask; null when he asks nobody.</summary>
    public SeekState? Asks { get; init; }

    /// <summary>Who is asked, or rung for it; null while nobody is found.</summary>
    public Guid? Asked { get; init; }

    public static DeskWork Of(Router router, Agent agent, in Work work)
    {
        ref readonly var contact = ref router.Contact(work.Contact);
        var directory = router.Directory;
        var offered = work.State == WorkState.Offered;
        return new(
            contact.Id, work.State, work.Channel, directory.PartnerId(contact.Partner), directory.QueueId(work.Queue),
            contact.Language == 0 ? null : directory.SkillId(contact.Language), work.Offer, work.Since,
            work.State == WorkState.Parked ? contact.Until : work.Until, contact.ArrivedAt, contact.WaitSince,
            work.State == WorkState.Connected && contact.Seek != SeekState.None && !contact.Consults,
            offered ? Reasons(router, work, agent.Number) : [])
        {
            AskedBy = contact.Consults && contact.OfferedTo == agent.Number ? directory.AgentId(contact.ConnectedTo) : null,
            Asks = contact.Consults && contact.ConnectedTo == agent.Number ? contact.Seek : null,
            Asked = contact.Consults && contact.ConnectedTo == agent.Number && contact.OfferedTo > 0
                ? directory.AgentId(contact.OfferedTo) : null,
        };
    }

    /// <summary>A contact that nobody has, as if it were put to somebody.</summary>
    public static DeskWork Sought(Router router, int number)
    {
        ref readonly var contact = ref router.Contact(number);
        var directory = router.Directory;
        return new(
            contact.Id, WorkState.Offered, contact.Channel, directory.PartnerId(contact.Partner),
            directory.QueueId(contact.Queue), contact.Language == 0 ? null : directory.SkillId(contact.Language), 0,
            contact.WaitSince, null, contact.ArrivedAt, contact.WaitSince, false, []);
    }

    static List<DeskMatch> Reasons(Router router, in Work work, int agent)
    {
        var reasons = new List<DeskMatch>();
        foreach (var match in router.Why(work.Contact, agent))
        {
            if (match.Kind == MatchKind.Agent) reasons.Add(new(DeskMatch.ByName, default, 0));
            if (match.Kind == MatchKind.Skill) reasons.Add(new(DeskMatch.Skill, router.Directory.SkillId(match.Number), match.Has));
        }
        if (router.Queue(work.Queue) is { } queue) reasons.Add(new(Word<Selection>.Of(queue.Settings.Selection), default, 0));
        return reasons;
    }
}

/// <param name="Kind">skill, agent, or the word of the queue's choice among agents.</param>
sealed record DeskMatch(string Kind, Guid SkillId, int Level)
{
    public const string Skill = "skill";
    public const string ByName = "agent";
}

/// <summary>A contact that waits for somebody.</summary>
sealed record DeskWaiting(Guid Contact, Channel Channel, Guid Partner, Guid Queue, Guid? Language, DateTimeOffset Since)
{
    public static DeskWaiting Of(Router router, int number)
    {
        ref readonly var contact = ref router.Contact(number);
        var directory = router.Directory;
        return new(
            contact.Id, contact.Channel, directory.PartnerId(contact.Partner), directory.QueueId(contact.Queue),
            contact.Language == 0 ? null : directory.SkillId(contact.Language), contact.WaitSince);
    }
}
