using Centrala.Core.Routing;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Somebody who was not there on the day.</summary>
/// <param name="Until">He takes nothing more from then on, and leaves when his contacts are over.</param>
public sealed record AddedAgent(AgentSettings Settings, DateTimeOffset From, DateTimeOffset Until);

/// <summary>What is otherwise when a day is lived through again.</summary>
public sealed record DayChange
{
    /// <summary>Nothing: the day is what it was.</summary>
    public static DayChange None { get; } = new();

    public IReadOnlyList<AddedAgent> Added { get; init; } = [];

    /// <summary>They never sign in.</summary>
    public IReadOnlySet<Guid> Absent { get; init; } = new HashSet<Guid>();

    /// <summary>By queue: its settings, made from those that it had.</summary>
    public IReadOnlyDictionary<Guid, Func<QueueSettings, QueueSettings>> Queues { get; init; } =
        new Dictionary<Guid, Func<QueueSettings, QueueSettings>>();

    /// <summary>
    /// How often, and when, those call again who are lost only now; null: as those did who were lost on the day and are
    /// known.
    /// </summary>
    public Redial? Redial { get; init; }

    internal QueueSettings Of(QueueSettings settings) =>
        Queues.TryGetValue(settings.Id, out var change) ? change(settings) : settings;
}
