using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>A queue's hold, and who of its agents is free now. Derived from the state, never stored.</summary>
sealed class Hold(Queue queue, HoldSettings settings, Directory directory)
{
    public Queue Queue { get; } = queue;
    public Rule Who { get; } = Rule.Of(settings.Who, 0, directory);
    public Channel Channel => settings.Channel;

    /// <summary>Agents' numbers, in order, so that nothing depends on who came first.</summary>
    public SortedSet<int> Free { get; } = [];

    /// <summary>All who are free are needed here.</summary>
    public bool KeepsAll => Queue.IsOpen && Free.Count <= settings.Agents;
}
