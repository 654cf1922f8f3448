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

    public Router()
    {
        coolDowns = new(agents);
        Directory = new(contacts);
    }

    /// <summary>Ids of the border to the numbers of commands and events, and back.</summary>
    public Directory Directory { get; }

    /// <summary>The instant of the last decision or event: the next is not earlier.</summary>
    public DateTimeOffset At => new(at, TimeSpan.Zero);

    /// <summary>When to apply <see cref="Command.PassTime"/>; null when nothing is due ever.</summary>
    public DateTimeOffset? NextDeadline => clocks.Earliest is var due && due == 0 ? null : new(due, TimeSpan.Zero);

    /// <summary>Decides, changes the state accordingly, and tells what happened.</summary>
    /// <param name="at">UTC; never earlier than the previous call's.</param>
    /// <param name="events">Receives what happened, in order. A refusal comes out here too; it changes nothing and is
    /// not journaled.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is earlier than the last one.</exception>
    public void Apply(in Command command, DateTimeOffset at, EventSink events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at.UtcTicks, this.at);
        ArgumentNullException.ThrowIfNull(events);
        sink = events;
        events.Begin();
        this.at = at.UtcTicks;
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
