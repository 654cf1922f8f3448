using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Desk;

/// <summary>The whole floor as the router knows it, copied out of it: ids and instants, no names.</summary>
sealed record FloorState(
    long Sequence, DateTimeOffset At, IReadOnlyList<FloorQueueState> Queues, IReadOnlyList<FloorAgentState> Agents,
    IReadOnlyList<FloorContactState> Waiting)
{
    /// <summary>Waiting contacts that a floor shows; the queues' counts hold all.</summary>
    public const int WaitingMax = 500;

    public static FloorState Of(CellView view)
    {
        var (router, sequence, at) = view;
        var queues = new List<FloorQueueState>();
        var waiting = new List<int>();
        for (var number = 1; number <= router.LastQueue; number++)
        {
            if (router.Queue(number) is not { } queue) continue;
            queues.Add(new(
                number, queue.Id, router.Directory.PartnerId(queue.Partner), queue.IsOpen, queue.OpensAt, queue.Waiting,
                router.LongestSince(number), router.Able(number)));
            router.CopyWaiting(number, waiting);
        }
        var agents = new List<FloorAgentState>();
        for (var number = 1; number <= router.LastAgent; number++)
            if (router.Agent(number) is { } agent) agents.Add(FloorAgentState.Of(router, agent));
        return new(sequence, at, queues, agents,
        [
            .. waiting.Select(number => FloorContactState.Of(router, number, at))
                .OrderByDescending(contact => contact.RankMilli).ThenBy(contact => contact.Since).Take(WaitingMax),
        ]);
    }
}

/// <param name="Able">Agents who could take a contact of the queue now.</param>
sealed record FloorQueueState(
    int Number, Guid Id, Guid Partner, bool Open, DateTimeOffset? OpensAt, int Waiting, DateTimeOffset? LongestSince, int Able);

/// <param name="Skills">With languages.</param>
sealed record FloorAgentState(
    Guid Id, Guid? Team, AgentState State, Guid? AwayKind, DateTimeOffset StateSince, bool Reachable, bool HasTelephone, int PointsUsed,
    IReadOnlyList<Guid> Partners, IReadOnlyList<Guid> Skills, IReadOnlyList<FloorWorkState> Work)
{
    public static FloorAgentState Of(Router router, Agent agent)
    {
        var work = new List<FloorWorkState>(agent.Work.Length);
        foreach (var part in agent.Work)
        {
            ref readonly var contact = ref router.Contact(part.Contact);
            work.Add(new(
                contact.Id, router.Directory.QueueId(part.Queue), router.Directory.PartnerId(contact.Partner), part.Channel,
                part.State, part.Since));
        }
        var settings = agent.Settings;
        return new(
            agent.Id, settings.Team, agent.State, agent.AwayKind == default ? null : agent.AwayKind, agent.StateSince,
            agent.IsReachable, !agent.LacksTelephone, agent.PointsUsed, settings.Partners, [.. settings.Skills.Select(skill => skill.Skill)], work);
    }
}

sealed record FloorWorkState(
    Guid Contact, Guid Queue, Guid Partner, Channel Channel, WorkState State, DateTimeOffset Since);

/// <param name="Step">The step in force, from 1; 0 when only a named agent is sought.</param>
sealed record FloorContactState(
    Guid Contact, Guid Queue, Guid Partner, Channel Channel, Guid? Language, DateTimeOffset Since, long RankMilli,
    int BaseMilli, int SlopeMilli, int CapMilli, int Step, int Steps)
{
    public static FloorContactState Of(Router router, int number, DateTimeOffset at)
    {
        ref readonly var contact = ref router.Contact(number);
        var directory = router.Directory;
        var (slope, cap) = router.SlopeOf(number);
        return new(
            contact.Id, directory.QueueId(contact.Queue), directory.PartnerId(contact.Partner), contact.Channel,
            contact.Language == 0 ? null : directory.SkillId(contact.Language), contact.WaitSince,
            router.RankMilli(number, at), contact.BaseMilli, slope, cap,
            contact.Step, contact.Steps);
    }
}
