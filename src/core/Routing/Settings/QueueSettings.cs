using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// How the best of several eligible agents is found. Ties break by agent number. Journaled: never renumber.
/// </summary>
public enum Selection : byte
{
    /// <summary>
    /// Fewest points in use, then the longest since his last work ended or since he became available.
    /// </summary>
    LongestIdle = 0,

    /// <summary>
    /// Could serve the fewest other steps of open queues: generalists stay free. Then as longest idle.
    /// </summary>
    BestFit = 1,

    /// <summary>Highest sum of the levels that the step names. Then as longest idle.</summary>
    MostSkilled = 2,

    /// <summary>Least time with contacts since he signed in, as a share. Then as longest idle.</summary>
    LeastOccupied = 3,

    /// <summary>The longest since his last offer.</summary>
    RoundRobin = 4,

    /// <summary>By a counter-based generator over contact and offer number: the same in every replay.</summary>
    Random = 5,

    /// <summary>
    /// In turn, so that over time the offers of each are as his <see cref="AgentSettings.Weight"/>. Then as longest idle.
    /// </summary>
    WeightedTurns = 6,
}

/// <summary>What becomes of contacts that a queue does not serve. Journaled: never renumber.</summary>
public enum Diversion : byte
{
    /// <summary>What waits is served to the end; what arrives is ended with the reason.</summary>
    None = 0,

    /// <summary>
    /// It goes to <see cref="QueueSettings.DivertsTo"/>; ends with the reason when that is impossible as well.
    /// </summary>
    ToQueue = 1,

    /// <summary>It is parked until the queue opens and is then routed as work (a message was left).</summary>
    TakeMessage = 2,

    /// <summary>It ends with the reason.</summary>
    End = 3,
}

/// <summary>One queue: its members and the defaults of the contacts that arrive from now on.</summary>
public sealed record QueueSettings
{
    public static readonly TimeSpan UsualPauseLimit = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan UsualDueLead = TimeSpan.FromHours(4);
    public static readonly TimeSpan UsualServiceWindow = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }

    /// <summary>A queue belongs to one partner for good.</summary>
    public required Guid Partner { get; init; }

    /// <summary>
    /// Agents who are members without being listed ("all of this team", "all with these skills"); null: only those who
    /// list the queue.
    /// </summary>
    public Requirement? Members { get; init; }

    /// <summary>1–<see cref="Limits.Steps"/>; every one but the last has a time.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [new(Requirement.Anyone)];

    /// <summary>Thousandths of rank at arrival.</summary>
    public int BaseMilli { get; init; }

    /// <summary>Thousandths of rank per second of waiting: the weight of the queue.</summary>
    public int SlopeMilli { get; init; } = 1_000;

    /// <summary>Thousandths; waiting lifts a rank no higher.</summary>
    public int CapMilli { get; init; } = Limits.HighestRankMilli;

    public Selection Selection { get; init; }

    /// <summary>Null: <see cref="Channels.OfferTimeout"/>.</summary>
    public TimeSpan? OfferTimeout { get; init; }

    /// <summary>Offers are answered at once.</summary>
    public bool AutoAccept { get; init; }

    /// <summary>Zero: no wrap-up. Null: without limit.</summary>
    public TimeSpan? WrapUp { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Answered within this counts as served in time.</summary>
    public TimeSpan TargetWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The share that should be; 0–10,000.</summary>
    public int TargetBasisPoints { get; init; } = 8_000;

    /// <summary>Waiting places, for those too who share them; null: only the cell's limit.</summary>
    public int? Places { get; init; }

    /// <summary>A queue whose waiting places this one uses as well, beside its own limit. Null: none.</summary>
    public Guid? SharesPlacesOf { get; init; }

    /// <summary>
    /// A contact that has waited this long overflows: to its next step, or when in the last, to <see
    /// cref="DivertsTo"/>. Null: never.
    /// </summary>
    public TimeSpan? OverflowsAfter { get; init; }

    /// <summary>A contact that arrives and finds so many before it overflows at once. Null: never.</summary>
    public int? OverflowsBehind { get; init; }

    /// <summary>
    /// While fewer of the contacts that were answered or left within <see cref="ServiceWindow"/> than this share
    /// (0–10,000) were answered in time, see <see cref="TargetWithin"/>, a contact that arrives overflows at once. Fewer
    /// than four say nothing. Null: never.
    /// </summary>
    public int? OverflowsBelowBasisPoints { get; init; }

    /// <summary>How far back the service level reaches by which contacts overflow, to a twelfth of it.</summary>
    public TimeSpan ServiceWindow { get; init; } = UsualServiceWindow;

    /// <summary>A contact overflows at once when nobody is signed in who fits its step in force.</summary>
    public bool OverflowsUnstaffed { get; init; }

    /// <summary>Agents who are kept free for this queue while it is open; null: none.</summary>
    public HoldSettings? Hold { get; init; }

    /// <summary>The wait of work that is due by an instant counts from so long before it.</summary>
    public TimeSpan DueLead { get; init; } = UsualDueLead;

    /// <summary>Agents may choose among its waiting contacts.</summary>
    public bool AllowsPicking { get; init; }

    /// <summary>Its contacts pause interruptible work when their agent has no room else. Null: as the channel.</summary>
    public bool? Interrupts { get; init; }

    /// <summary>Its contacts may be paused with their agent. Null: as the channel.</summary>
    public bool? Interruptible { get; init; }

    /// <summary>All pauses of a contact with one agent together; then it returns to the queue.</summary>
    public TimeSpan PauseLimit { get; init; } = UsualPauseLimit;

    /// <summary>A step that nobody fits who is signed in is passed over at once.</summary>
    public bool SkipsEmptySteps { get; init; }

    /// <summary>What becomes of a contact that arrives when all places are taken.</summary>
    public Diversion WhenFull { get; init; } = Diversion.End;

    /// <summary>What becomes of a contact that arrives while the queue is closed.</summary>
    public Diversion WhenClosed { get; init; } = Diversion.TakeMessage;

    /// <summary>What becomes of the contacts that wait when the queue closes.</summary>
    public Diversion OnClosing { get; init; } = Diversion.None;

    /// <summary>A queue of the same partner.</summary>
    public Guid? DivertsTo { get; init; }
}
