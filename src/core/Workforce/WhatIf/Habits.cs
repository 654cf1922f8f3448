using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>
/// How long things took on the day, queue by queue: what is drawn from where something happens that did not happen then.
/// </summary>
sealed class Habits
{
    /// <summary>The same day has the same numbers: a change is compared with what was, not with other luck.</summary>
    internal const ulong Seed = 1;

    readonly Dictionary<(Purpose, Guid Queue), List<long>> times = [];
    readonly Dictionary<Guid, Patience> patience = [];

    public void Add(Purpose purpose, Guid queue, long ticks)
    {
        ListOf(purpose, queue).Add(ticks);
        ListOf(purpose, Guid.Empty).Add(ticks);
    }

    public void AddWait(Guid queue, long waitTicks, bool hasLeft) => PatienceOf(queue).Add(waitTicks, hasLeft);

    /// <summary>One of the queue's times; of all queues' where it had none; else what is usual anywhere.</summary>
    /// <param name="contact">And <paramref name="ordinal"/>: what it is for. The same gives the same.</param>
    public long Draw(Purpose purpose, Guid queue, int contact, int ordinal)
    {
        var known = ListOf(purpose, queue) is { Count: > 0 } own ? own : ListOf(purpose, Guid.Empty);
        return known.Count > 0 ? known[(int)(Share(purpose, contact, ordinal) * known.Count)] : Usual(purpose).Ticks;
    }

    /// <returns>The wait after which the customer leaves, longer than what he bore; null: he stays.</returns>
    public long? Leaves(Guid queue, int contact, long borneTicks) =>
        PatienceOf(queue).Beyond(borneTicks, Share(Purpose.Patience, contact, 0));

    static double Share(Purpose purpose, int contact, int ordinal) =>
        new RandomStream(Seed, contact, ordinal, purpose).Share();

    static TimeSpan Usual(Purpose purpose) => purpose switch
    {
        Purpose.HandleTime => TimeSpan.FromMinutes(3),
        Purpose.WrapUp => TimeSpan.FromSeconds(30),
        Purpose.Return => TimeSpan.FromMinutes(1),
        Purpose.Redials => TimeSpan.FromMinutes(10),
        _ => TimeSpan.FromSeconds(3),
    };

    List<long> ListOf(Purpose purpose, Guid queue) =>
        times.TryGetValue((purpose, queue), out var known) ? known : times[(purpose, queue)] = [];

    Patience PatienceOf(Guid queue) =>
        patience.TryGetValue(queue, out var known) ? known : patience[queue] = new();

    /// <summary>What an event's times are for, when something ends with it that somebody took his time for.</summary>
    public static Purpose? PurposeOf(in Event happened) => happened.Kind switch
    {
        EventKind.SegmentEnded when happened.Reason is Reason.AgentEnded or Reason.CustomerEnded => Purpose.HandleTime,
        EventKind.WrapUpEnded when happened.Reason == Reason.Done => Purpose.WrapUp,
        EventKind.Connected => Purpose.Answer,
        _ => null,
    };
}
