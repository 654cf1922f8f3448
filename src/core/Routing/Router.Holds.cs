namespace Centrala.Core.Routing;

/// <summary>
/// Holds: of the agents who fit, so many stay free for a strict queue. Other queues see one of them only while more are
/// free; whom a person names is not held back.
/// </summary>
/// <remarks>
/// Who is free is counted with each change of an agent, live and in replay alike. Where one more is free than the hold
/// keeps, all of them may take what they could not before, so all of them are looked at.
/// </remarks>
public sealed partial class Router
{
    static readonly List<Hold> none = [];

    readonly List<Hold> holds = [];

    /// <summary>The holds that queues have now; their agents are counted as they are indexed.</summary>
    void RebuildHolds()
    {
        holds.Clear();
        foreach (var queue in queues)
        {
            if (queue?.Settings.Hold is { } settings) holds.Add(new(queue, settings, Interrupts(queue, settings.Channel), Directory));
        }
    }

    /// <summary>The holds that may keep the agent, after his settings or a queue's have changed.</summary>
    void JoinHolds(Agent agent)
    {
        LeaveHolds(agent);
        if (holds.Count == 0) return;
        agent.Holds = holds.FindAll(hold => IsMember(hold.Queue, agent) && hold.Fits(agent.Group!.Profile, agent.Number));
        foreach (var hold in agent.Holds)
        {
            if (IsFree(hold, agent)) hold.Free.Add(agent.Number);
        }
    }

    static void LeaveHolds(Agent agent)
    {
        foreach (var hold in agent.Holds ?? []) hold.Free.Remove(agent.Number);
        agent.Holds = null;
    }

    /// <summary>
    /// The agent may be free now or no longer. Who is not free for the strict queue any more may still have room for
    /// something else.
    /// </summary>
    void CountInHolds(Agent agent)
    {
        foreach (var hold in agent.Holds!)
        {
            if (!IsFree(hold, agent))
            {
                if (hold.Free.Remove(agent.Number)) ListFreed(agent);
            }
            else if (hold.Free.Add(agent.Number) && hold.HasJustEnough) LetGo(hold);
        }
    }

    static bool IsFree(Hold hold, Agent agent) => IsOpen(agent) && Fits(agent, hold.Channel, 0, hold.Interrupts);

    /// <summary>In the order of numbers, so that nothing depends on who became free first.</summary>
    void LetGo(Hold hold)
    {
        for (var number = hold.Free.After(0); number > 0; number = hold.Free.After(number)) ListFreed(agents[number]!);
    }

    /// <summary>Whether holds keep the agent from everything that waits in his queues, whatever it is.</summary>
    /// <param name="isHeld">A hold keeps him from the contacts of all queues but its own.</param>
    static bool IsHeldFromAll(Agent agent, out bool isHeld)
    {
        Queue? keeper = null;
        foreach (var hold in agent.Holds ?? none)
        {
            if (!hold.KeepsAll || !hold.Free.Contains(agent.Number)) continue;
            isHeld = true;
            if (keeper is not null) return true;
            keeper = hold.Queue;
        }

        isHeld = keeper is not null;
        return keeper is { Waiting: 0 };
    }

    /// <summary>A hold keeps the agent back from the contacts of this queue.</summary>
    static bool IsHeldBack(Agent agent, Queue queue)
    {
        if (agent.Holds is null) return false;
        foreach (var hold in agent.Holds)
        {
            if (hold.Queue != queue && hold.KeepsAll && hold.Free.Contains(agent.Number)) return true;
        }

        return false;
    }

    static bool IsHeldBack(Agent agent, Demand demand) => demand.Queue is { } queue && IsHeldBack(agent, queue);
}
