using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Matches waiting contacts to available agents. Pure and single-threaded: no clock, no randomness, no input or output.
/// </summary>
/// <remarks>
/// <see cref="Apply"/> decides and tells what happened as events; <see cref="Evolve"/> alone changes the state. The
/// same events
/// therefore give the same state, and the same commands at the same instants the same events, on any machine.
/// What other parts may read is in Router.Reading.cs; <see cref="Snapshot"/> stores and hashes the state.
/// </remarks>
public sealed partial class Router
{
    EventSink sink = new();
    long at;
    long lastEventTicks;
    readonly long remembersEndedTicks;

    public Router()
        : this(Limits.EndedRemembered) { }

    /// <param name="remembersEnded">For how long an ended contact is known: nothing, where none will ever be asked for.</param>
    internal Router(TimeSpan remembersEnded)
    {
        remembersEndedTicks = remembersEnded.Ticks;
        coolDowns = new(agents);
        Directory = new(contacts);
        ownSteps = new(Directory);
    }

    /// <summary>Ids of the border to the numbers of commands and events, and back.</summary>
    public Directory Directory { get; }

    /// <summary>The instant of the last decision or event: the next is not earlier.</summary>
    public DateTimeOffset At => new(at, TimeSpan.Zero);

    /// <summary>When to apply <see cref="Command.PassTime"/>; null when nothing is due ever.</summary>
    public DateTimeOffset? NextDeadline => NextDeadlineTicks == 0 ? null : new(NextDeadlineTicks, TimeSpan.Zero);

    /// <summary>UTC; 0: nothing is due ever.</summary>
    internal long NextDeadlineTicks => clocks.Earliest;

    /// <summary>Decides, changes the state accordingly, and tells what happened.</summary>
    /// <param name="at">UTC; never earlier than the previous call's.</param>
    /// <param name="events">Receives what happened, in order. A refusal comes out here too; it changes nothing and is
    /// not journaled.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is earlier than the last one.</exception>
    public void Apply(in Command command, DateTimeOffset at, EventSink events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ApplyAt(command, at.UtcTicks, events);
    }

    /// <inheritdoc cref="Apply"/>
    /// <param name="atTicks">UTC.</param>
    internal void ApplyAt(in Command command, long atTicks, EventSink events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atTicks, at);
        if (sink != events) sink = events;
        events.Begin();
        at = atTicks;
        FetchAhead(command);
        if (Perform(command) is { } refusal) events.Refuse(refusal);
        else Decide();
    }

    /// <summary>
    /// Changes the state as the event says. Replay calls it with the journal's events, in their order.
    /// </summary>
    public void Evolve(in Event happened)
    {
        at = Math.Max(at, happened.AtTicks);
        Become(happened);
        foreach (var agent in freed) agent.IsFreed = false;
        freed.Clear();
    }
}
