using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Told of everything that is decided again and changes something.</summary>
public delegate void Decided(DateTimeOffset at, in Command command, EventSink events);

/// <summary>
/// A recorded day lived through again, by the router that runs live, among people who do what they did: with a change, or
/// with none, and then every decision is the recorded one.
/// </summary>
/// <remarks>
/// Customers arrive at their instants and bring their matter along: whoever has a contact answers, handles and wraps it up
/// as long as was recorded. What was not reached on the day takes a time drawn from the day's. A customer who was answered
/// waits at least as long as he did.
/// </remarks>
public sealed partial class RelivedDay
{
    /// <summary>Improvised deeds come after recorded ones of the same instant.</summary>
    const long FirstImprovised = 1L << 60;

    readonly RecordedDay day;
    readonly Router router;
    readonly DayChange change;
    readonly Decided? decided;
    readonly DayTally tally;
    readonly Lives lives = new();
    readonly EventSink events = new();
    readonly PriorityQueue<(Deed Deed, int Agent), (long AtTicks, long Order)> agenda = new();
    readonly HashSet<int> leaving = [];
    readonly Dictionary<long, int> noticed = [];
    long nowTicks;
    long improvised = FirstImprovised;

    /// <param name="atStart">A router in the state in which the recorded day began.</param>
    public RelivedDay(RecordedDay day, Router atStart, DayChange change, Decided? decided = null)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(atStart);
        (this.day, router, this.change, this.decided) = (day, atStart, change, decided);
        nowTicks = day.From.UtcTicks;
        tally = new(router, nowTicks);
    }

    /// <summary>Lives through it, once.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DayFigures Run(CancellationToken stop = default)
    {
        foreach (var deed in day.Deeds) agenda.Enqueue((deed, 0), (deed.AtTicks, deed.Order));
        for (var contact = router.FirstContact; contact <= router.LastContact; contact++)
        {
            if (router.HasContact(contact) && router.Contact(contact).Seek != SeekState.None) ExpectLeaving(contact);
        }

        Change();
        while (GoOn()) stop.ThrowIfCancellationRequested();
        return tally.Figures(day.UntilTicks);
    }

    /// <returns>False when nothing more happens on this day.</returns>
    bool GoOn()
    {
        var next = agenda.TryPeek(out var planned, out var key) ? key : (AtTicks: long.MaxValue, Order: 0L);
        var deadline = router.NextDeadline?.UtcTicks ?? long.MaxValue;
        var before = noticed.GetValueOrDefault(deadline);
        var due = deadline == long.MaxValue ? (AtTicks: deadline, Order: 0L) : day.NoticedAt(deadline, before);
        if (Math.Min(next.AtTicks, due.AtTicks) >= day.UntilTicks) return false;
        if (due.CompareTo(next) < 0)
        {
            nowTicks = Math.Max(nowTicks, due.AtTicks);
            noticed[deadline] = before + 1;
            Apply(Command.PassTime());
            return true;
        }

        agenda.Dequeue();
        nowTicks = Math.Max(nowTicks, next.AtTicks);
        Do(planned.Deed, planned.Agent);
        return true;
    }

    void Do(Deed deed, int agent)
    {
        if (change.Absent.Contains(deed.Agent) && deed.What.Kind is CommandKind.ChooseState or CommandKind.Reconnect) return;
        if (!Stands(deed, ref agent)) return;
        var command = Translated(deed, agent);
        if (Apply(command) is { } refusal) Instead(command, refusal);
    }

    /// <returns>Why it was refused: nothing has changed.</returns>
    Refusal? Apply(in Command command)
    {
        events.Clear();
        var at = new DateTimeOffset(nowTicks, TimeSpan.Zero);
        router.Apply(command, at, events);
        if (events.Refusal is { } refusal) return refusal;
        if (events.Count > 0) decided?.Invoke(at, command, events);
        foreach (ref readonly var happened in events.Events) Observe(happened);
        return null;
    }

    /// <summary>What is otherwise from the day's first instant on, or will be.</summary>
    void Change()
    {
        for (var number = 1; number <= router.LastQueue; number++)
        {
            if (router.Queue(number)?.Settings is not { } settings) continue;
            var other = change.Of(settings);
            if (ReferenceEquals(other, settings)) continue;
            var command = Command.ConfigureQueue(other);
            if (Apply(command) is { } refusal) Instead(command, refusal);
        }

        foreach (var absent in change.Absent)
        {
            if (router.Directory.Agent(absent) is var agent and > 0) Apply(Command.SignOut(agent));
        }

        foreach (var added in change.Added)
        {
            void Will(in Command what, DateTimeOffset at) =>
                Improvise(new() { What = what, Agent = added.Settings.Id }, 0, Math.Max(nowTicks, at.UtcTicks));
            Will(Command.ConfigureAgent(added.Settings), added.From);
            Will(Command.Reconnect(0), added.From);
            Will(Command.ChooseState(0, AgentState.Available), added.From);
            Will(Command.ChooseState(0, AgentState.Offline), added.Until);
        }
    }
}
