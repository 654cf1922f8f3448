using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    /// <summary>
    /// Whether the agent could be offered the waiting contact now, worked out from settings and state alone: no lane,
    /// group or
    /// demand is asked, so that it can judge them.
    /// </summary>
    internal bool CouldHave(in Contact contact, Agent agent)
    {
        var settings = agent.Settings;
        if (contact.Channel == Channel.Call && agent.LacksTelephone) return false;
        if (!IsOpen(agent) || agent.Number == contact.ConnectedTo) return false;
        if (!settings.Partners.Contains(Queue(contact.Queue)!.Settings.Partner)) return false;
        var capacity = CapacityOf(settings, contact.Channel);
        var (held, points, isPaused) = (0, contact.Cost > 0 ? contact.Cost : capacity.Cost, false);
        var interrupts = contact.Step == 0 ? Channels.Interrupts(contact.Channel) : Interrupts(contact);
        foreach (var work in agent.Work)
        {
            if (work.Channel == contact.Channel && work.State != WorkState.Parked) held++;
            isPaused |= work.IsPaused;
            if (!work.IsPaused && !(interrupts && work.MayPause)) points += work.Cost;
        }

        if (held >= capacity.AtOnce || points > Limits.Points || (isPaused && !interrupts)) return false;
        foreach (var (barred, _) in coolDowns.Of(contact))
        {
            if (barred == agent.Number) return false;
        }

        if (contact.Step == 0) return agent.Number == contact.Named;
        if (IsKeptFromOthers(contact.Queue, agent)) return false;
        var queue = Queue(contact.Queue)!.Settings;
        var profile = new Profile(settings, Directory);
        var isMember = settings.Queues.Contains(queue.Id)
            || (queue.Members is { } members && Rule.Of(members, 0, Directory).IsTrueOf(profile, agent.Number));
        return isMember && PlanOf(contact).Steps[contact.Step - 1].Rule.IsTrueOf(profile, agent.Number);
    }

    bool IsKeptFromOthers(int queue, Agent agent) =>
        queues.Exists(other => other is not null && other.Number != queue && KeepsAll(other, agent));

    /// <summary>The queue's hold needs everybody who is free, this agent among them.</summary>
    bool KeepsAll(Queue queue, Agent agent)
    {
        if (!queue.IsOpen || queue.Settings.Hold is not { } hold) return false;
        var who = Rule.Of(hold.Who, 0, Directory);
        var free = agents.FindAll(other => other is not null && IsOpen(other)
            && Fits(other, hold.Channel, 0, Interrupts(queue, hold.Channel))
            && IsMember(queue, other) && who.IsTrueOf(new Profile(other.Settings, Directory), other.Number));
        return free.Contains(agent) && free.Count <= hold.Agents;
    }

    static Capacity CapacityOf(AgentSettings settings, Channel channel)
    {
        foreach (var capacity in settings.Capacities)
        {
            if (capacity.Channel == channel) return capacity;
        }

        var (cost, atOnce) = Channels.Default(channel);
        return new(channel, cost, atOnce);
    }
}
