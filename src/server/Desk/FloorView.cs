using Centrala.Core.Vocabulary;

namespace Centrala.Server.Desk;

/// <summary>The floor as a lead's browser shows it, within the lead's partners.</summary>
/// <param name="Sequence">The journal's: a floor with a lower one is older.</param>
/// <param name="Waiting">The highest rank first.</param>
sealed record FloorView(
    long Sequence, DateTimeOffset At, FiguresView Kpis, IReadOnlyList<FloorQueueView> Queues,
    IReadOnlyList<FloorAgentView> Agents, IReadOnlyList<FloorContactView> Waiting);

/// <param name="ServiceLevelBasisPoints">Of today: see <see cref="Core.Measures.QueueFigures"/>. Null when nothing was answered or lost.</param>
/// <param name="Able">Agents who are available, reachable, and have points left.</param>
sealed record FiguresView(
    int? ServiceLevelBasisPoints, int Waiting, DateTimeOffset? LongestWaitSince, long Answered, long Abandoned, int Able,
    int SignedIn);

sealed record TargetView(int Seconds, int BasisPoints);

/// <param name="OpensAt">When a closed queue is expected to open; null when nobody knows.</param>
sealed record FloorQueueView(
    Guid Id, string Name, PartnerView Partner, IReadOnlyList<string> Channels, bool Open, DateTimeOffset? OpensAt, int Waiting,
    DateTimeOffset? LongestSince, int Able, int? ServiceLevelBasisPoints, long Answered, long Abandoned, TargetView Target);

/// <param name="HasTelephone">False while no call can reach the agent.</param>
/// <param name="Help">Null unless the agent asks for help.</param>
sealed record FloorAgentView(
    Guid Id, string Name, string? Team, AgentState State, Guid? AwayKind, DateTimeOffset Since, bool Reachable, bool HasTelephone,
    IReadOnlyList<FloorWorkView> Contacts, IReadOnlyList<string> PartnerNames, IReadOnlyList<string> Languages,
    PointsView Points, HelpView? Help);

sealed record FloorWorkView(Guid ContactId, Guid QueueId, Channel Channel, WorkState State, DateTimeOffset Since);

/// <param name="BaseMilli">
/// Rank before any waiting counts, in thousandths: what a lead sets. The rank is min(cap, base + slope × seconds waited).
/// </param>
/// <param name="Step">The step in force, from 1; 0 when only a named agent is sought.</param>
sealed record FloorContactView(
    Guid ContactId, Guid QueueId, Channel Channel, string Language, DateTimeOffset Since, int BaseMilli, int SlopeMilli,
    int CapMilli, int Step, int Steps);
