namespace Centrala.Core.Routing;

/// <summary>
/// Holds: of the agents who fit, so many stay free for a strict queue. Other queues see one of them only while more are
/// free; whom a person names is not held back.
/// </summary>
public sealed partial class Router
{
    readonly List<Hold> _holds = [];

    /// <summary>Counts anew who is free, and lets nobody go: that a router was built anew decides nothing.</summary>
    void RebuildHolds()
    {
        _holds.Clear();
        foreach (var queue in _queues)
        {
            if (queue?.Settings.Hold is not { } settings) continue;
            var hold = new Hold(queue, settings, Directory);
            _holds.Add(hold);
            foreach (var agent in _agents)
            {
                if (agent is not null && IsFree(hold, agent)) hold.Free.Add(agent.Number);
            }
        }
    }

    /// <summary>
    /// The agent may be free now or no longer. One more who is free may let the others go; who is not free for the strict
    /// queue any more may still have room for something else.
    /// </summary>
    void CountInHolds(Agent agent)
    {
        foreach (var hold in _holds)
        {
            if (!IsFree(hold, agent))
            {
                if (hold.Free.Remove(agent.Number)) ListFreed(agent);
            }
            else if (hold.Free.Add(agent.Number) && !hold.KeepsAll) LetGo(hold);
        }
    }

    static bool IsFree(Hold hold, Agent agent) =>
        agent.Group is { } group
        && IsOpen(agent)
        && Fits(agent, hold.Channel, 0)
        && hold.Who.IsTrueOf(group.Profile, agent.Number)
        && IsMember(hold.Queue, agent);

    void LetGo(Hold hold)
    {
        foreach (var number in hold.Free) ListFreed(_agents[number]!);
    }

    /// <summary>A hold keeps the agent back from the contacts of this queue, or of all others.</summary>
    /// <param name="queue">Null: of any queue.</param>
    bool IsHeldBack(Agent agent, Queue? queue)
    {
        foreach (var hold in _holds)
        {
            if (hold.Queue != queue && hold.KeepsAll && hold.Free.Contains(agent.Number)) return true;
        }

        return false;
    }

    bool IsHeldBack(Agent agent, Demand demand) => demand.Queue is { } queue && IsHeldBack(agent, queue);
}
