using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench.Routing;

/// <summary>A router with an instant of its own, which refuses nothing: what is asked of it makes sense.</summary>
sealed class RunningRouter
{
    readonly EventSink events = new();

    public Router Router { get; } = new();

    public DateTimeOffset At { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Called around every Apply when set: for timing them one by one.</summary>
    public Action<bool>? Observe { get; set; }

    /// <summary>Events handed out since the start.</summary>
    public long Events { get; private set; }

    /// <summary>What the last command brought about.</summary>
    public ReadOnlySpan<Event> Happened => events.Events;

    public void Wait(TimeSpan time)
    {
        At += time;
        if (Router.NextDeadline <= At) Apply(Command.PassTime());
    }

    public void Apply(in Command command)
    {
        events.Clear();
        Observe?.Invoke(true);
        Router.Apply(command, At, events);
        Observe?.Invoke(false);
        Events += events.Count;
        if (events.Refusal is { } refusal) throw new InvalidOperationException($"{command.Kind}: {refusal.Title}");
    }

    public void SignIn(int agent)
    {
        Apply(Command.Reconnect(agent));
        Apply(Command.ChooseState(agent, AgentState.Available));
    }

    /// <summary>Ids of one kind, in the order of their numbers.</summary>
    public static Guid Id(IdOf kind, int number) => new((int)kind + number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// <summary>Where the ids of a kind begin.</summary>
enum IdOf
{
    Partner = 0,
    Skill = 100_000,
    Queue = 1_000_000,
    Agent = 2_000_000,
}
