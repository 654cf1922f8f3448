using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>
/// A day as its journal has it, taken apart into what people did, and upon what: customers arrived, agents came and went at
/// their instants; an offer was answered, a conversation and its wrap-up ended so long after they began.
/// </summary>
/// <remarks>
/// Whatever the router decided is not part of it: <see cref="RelivedDay"/> lets it decide anew. What was recorded in a day
/// that is lived through unchanged falls due at the very instants, and in the order, in which it happened.
/// </remarks>
public sealed partial class RecordedDay
{
    readonly Router router;
    readonly long fromTicks;
    readonly Lives lives = new();
    readonly DayTally tally;
    readonly List<Deed> deeds = [];
    readonly Dictionary<Milestone, List<Deed>> courses = [];
    readonly Dictionary<Milestone, long> reached = [];
    readonly Dictionary<Milestone, long> over = [];

    // By deadline. One that was passed while its contact was offered stands there again afterwards, to be noticed once more.
    readonly Dictionary<long, List<(long AtTicks, long Order)>> fired = [];
    readonly Dictionary<int, Milestone> missedBy = [];
    readonly List<(long FromTicks, long UntilTicks, long Order)> outages = [];
    long records;
    long lastTicks;

    /// <param name="atStart">The router as it stood; it is moved on through the day.</param>
    /// <param name="from">Nothing of the day is earlier.</param>
    /// <param name="until">Nothing of the day is as late.</param>
    /// <param name="callers">By contact: a number for each customer who is known; null: nobody is.</param>
    public RecordedDay(
        Router atStart, DateTimeOffset from, DateTimeOffset until, IReadOnlyDictionary<Guid, int>? callers = null)
    {
        ArgumentNullException.ThrowIfNull(atStart);
        Callers = new(callers ?? new Dictionary<Guid, int>());
        (router, fromTicks, UntilTicks) = (atStart, from.UtcTicks, until.UtcTicks);
        lastTicks = fromTicks;
        tally = new(router, fromTicks);
    }

    public DateTimeOffset From => new(fromTicks, TimeSpan.Zero);

    internal long UntilTicks { get; }

    internal Habits Habits { get; } = new();

    internal Callers Callers { get; }

    /// <summary>What was done at instants of its own, in order.</summary>
    internal IReadOnlyList<Deed> Deeds => deeds;

    /// <summary>One record of the journal: in order, each that changed something.</summary>
    /// <param name="happened">What the command led to.</param>
    public void Add(DateTimeOffset at, in Command command, ReadOnlySpan<Event> happened)
    {
        records++;
        Remember(command, at.UtcTicks);
        foreach (ref readonly var one in happened)
        {
            router.Evolve(one);
            Observe(one);
        }

        lastTicks = at.UtcTicks;
    }

    /// <summary>Nothing follows: what the day was.</summary>
    public DayFigures End()
    {
        // What was due when the day ended fired on the next.
        if (router.NextDeadline is { } due && due.UtcTicks <= UntilTicks) Notice(due.UtcTicks, long.MaxValue);
        return tally.Figures(UntilTicks);
    }

    /// <summary>What people did upon the milestone.</summary>
    internal IReadOnlyList<Deed> CourseOf(Milestone milestone) => courses.TryGetValue(milestone, out var course) ? course : [];

    internal bool Has(Milestone milestone) => reached.ContainsKey(milestone);

    /// <summary>What was reached that day took at least so long; 0 when it was not.</summary>
    internal long LeastTicks(Milestone milestone) => reached.TryGetValue(milestone, out var from)
        ? over.GetValueOrDefault(milestone, UntilTicks) - from + TimeSpan.TicksPerMicrosecond
        : 0;

    /// <summary>Until when a contact's first wait lasted.</summary>
    /// <returns>False when its customer ended it.</returns>
    internal bool Bore(Guid contact, out long untilTicks) =>
        !over.TryGetValue(new(MilestoneKind.Arrival, contact, 0), out untilTicks) ? (untilTicks = UntilTicks) > 0
            : !reached.ContainsKey(new(MilestoneKind.Arrival, contact, -1));

    void Notice(long dueTicks, long atTicks)
    {
        if (!fired.TryGetValue(dueTicks, out var noticed)) fired[dueTicks] = noticed = [];
        noticed.Add((atTicks, records));
    }

    /// <summary>When a deadline is noticed: as on the day where it fell due then, else at once, but in no outage.</summary>
    /// <param name="before">How often it was noticed already.</param>
    internal (long AtTicks, long Order) NoticedAt(long dueTicks, int before)
    {
        if (fired.TryGetValue(dueTicks, out var noticed) && before < noticed.Count) return noticed[before];
        foreach (var (from, until, order) in outages)
        {
            if (dueTicks > from && dueTicks < until) return (until, order);
        }

        return (dueTicks, -1);
    }

    /// <summary>Nobody could do anything while the program stood still.</summary>
    internal long Possible(long atTicks)
    {
        foreach (var (from, until, _) in outages)
        {
            if (atTicks > from && atTicks < until) return until;
        }

        return atTicks;
    }

    void Observe(in Event happened)
    {
        tally.Observe(happened);
        if (happened.Contact == 0 || !router.HasContact(happened.Contact)) return;
        var contact = router.Contact(happened.Contact).Id;
        var milestone = lives.Reach(contact, happened);
        if (milestone.Kind != MilestoneKind.None) reached.TryAdd(milestone, happened.AtTicks);
        if (milestone.Kind == MilestoneKind.Miss) missedBy[happened.Agent] = milestone;
        if (happened.Kind == EventKind.Arrived) reached.TryAdd(new(MilestoneKind.Arrival, contact, 0), happened.AtTicks);
        if (Callers.IsLoss(happened, router.Contact(happened.Contact).Segments))
        {
            Callers.Lose(milestone, QueueOf(happened.Contact), happened.AtTicks);
        }
        EndWait(contact, happened);
        var ended = happened.Kind switch
        {
            EventKind.OfferFailed => new Milestone(MilestoneKind.Offer, contact, happened.Offer),
            EventKind.Connected when happened.Offer > 0 => new(MilestoneKind.Offer, contact, happened.Offer),
            EventKind.SegmentEnded => new(MilestoneKind.Segment, contact, happened.Segment),
            EventKind.WrapUpEnded => new(MilestoneKind.WrapUp, contact, happened.Segment),
            _ => default,
        };
        if (ended.Kind == MilestoneKind.None || !over.TryAdd(ended, happened.AtTicks)) return;
        if (Habits.PurposeOf(happened) is not { } purpose || !reached.TryGetValue(ended, out var since)) return;
        Habits.Add(purpose, QueueOf(happened.Contact), happened.AtTicks - since);
    }

    void EndWait(Guid id, in Event happened)
    {
        if (happened.Kind is not (EventKind.Connected or EventKind.ContactEnded)) return;
        if (!over.TryAdd(new(MilestoneKind.Arrival, id, 0), happened.AtTicks)) return;
        var hasLeft = happened.Kind == EventKind.ContactEnded
            && happened.Reason is Reason.Abandoned or Reason.CustomerEnded or Reason.CustomerSilent;
        if (hasLeft) reached[new(MilestoneKind.Arrival, id, -1)] = happened.AtTicks;
        var waited = happened.AtTicks - router.Contact(happened.Contact).ArrivedAt.UtcTicks;
        Habits.AddWait(QueueOf(happened.Contact), waited, hasLeft);
    }

    Guid QueueOf(int contact) => router.Directory.QueueId(router.Contact(contact).Queue);
}
