using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>A queue's hold, and who of its agents is free now. Derived from the state, never stored.</summary>
sealed class Hold(Queue queue, HoldSettings settings, bool interrupts, Directory directory)
{
    readonly Rule who = Rule.Of(settings.Who, 0, directory);

    public Queue Queue { get; } = queue;
    public Channel Channel => settings.Channel;

    /// <summary>The queue's contacts of this channel may have what their agent can pause.</summary>
    public bool Interrupts => interrupts;

    /// <summary>Agents who could be offered a contact of the queue now.</summary>
    public AgentSet Free { get; } = new();

    /// <summary>All who are free are needed here.</summary>
    public bool KeepsAll => Queue.IsOpen && Free.Count <= settings.Agents;

    /// <summary>The agent who became free just now is the one too many: nobody is kept back any more.</summary>
    public bool HasJustEnough => Queue.IsOpen && Free.Count == settings.Agents + 1;

    public bool Fits(Profile profile, int agent) => who.IsTrueOf(profile, agent);
}
