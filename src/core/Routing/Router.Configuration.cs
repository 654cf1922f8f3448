using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Configuration is events too, so a replay needs nothing else.</summary>
public sealed partial class Router
{
    Refusal? Configure(CellSettings? settings)
    {
        if (settings is null) return Refusal.NotUnderstood;
        if (SettingsCheck.Of(settings) is { } refusal) return refusal;
        Emit(new() { Kind = EventKind.CellConfigured, Detail = settings });
        return null;
    }

    Refusal? ConfigureNamed(EventKind kind, NumberedIds known, int most, in Command command)
    {
        if (command.Id == Guid.Empty) return Refusal.NotUnderstood;
        if (known.Number(command.Id) > 0) return Refusal.NothingChanges;
        if (known.Count >= most) return Refusal.TooMany;
        Emit(new() { Kind = kind, Id = command.Id, Number = known.Count + 1, Flag = command.Flag });
        return null;
    }

    Refusal? Configure(QueueSettings? settings)
    {
        if (settings is null) return Refusal.NotUnderstood;
        if (SettingsCheck.Of(settings, Directory) is { } refusal) return refusal;
        var number = Directory.Queue(settings.Id);
        if (number == 0 && Directory.Queues.Count >= Limits.Queues) return Refusal.TooMany;
        if (number > 0 && queues[number]!.Settings.Partner != settings.Partner) return Refusal.OtherPartner;
        Emit(new()
        {
            Kind = EventKind.QueueConfigured,
            Queue = Directory.Queues.NextNumber(settings.Id),
            Detail = settings,
        });
        return null;
    }

    Refusal? Configure(AgentSettings? settings)
    {
        if (settings is null) return Refusal.NotUnderstood;
        if (SettingsCheck.Of(settings, Directory) is { } refusal) return refusal;
        var number = Directory.Agent(settings.Id);
        if (number == 0 && Directory.Agents.Count >= Limits.Agents) return Refusal.TooMany;
        Emit(new()
        {
            Kind = EventKind.AgentConfigured,
            Agent = Directory.Agents.NextNumber(settings.Id),
            Detail = settings,
        });
        if (number > 0) AfterReconfiguration(agents[number]!);
        return null;
    }

    /// <summary>Offers that the agent may no longer have are withdrawn; what he may have now is looked for.</summary>
    void AfterReconfiguration(Agent agent)
    {
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            var work = agent.Work[place];
            if (work.State != WorkState.Offered || IsEligible(DemandOf(contacts[work.Contact]), agent)) continue;
            FailOffer(ref contacts[work.Contact], Reason.AgentReconfigured);
        }
    }

    Refusal? RemoveQueue(int number)
    {
        if (Queue(number) is not { } queue) return Refusal.UnknownQueue;
        if (queue.Contacts > 0 || agents.Exists(agent => HasWorkOf(agent, number))) return Refusal.QueueNotEmpty;
        Emit(new() { Kind = EventKind.QueueRemoved, Queue = number });
        return null;
    }

    static bool HasWorkOf(Agent? agent, int queue)
    {
        foreach (var work in agent is null ? [] : agent.Work)
        {
            if (work.Queue == queue) return true;
        }

        return false;
    }

    Refusal? RemoveAgent(int number)
    {
        if (Agent(number) is not { } agent) return Refusal.UnknownAgent;
        GoOffline(agent, Reason.AgentRemoved);
        Emit(new() { Kind = EventKind.AgentRemoved, Agent = number });
        return null;
    }

    void BecomeQueueConfigured(in Event happened)
    {
        var settings = (QueueSettings)happened.Detail!;
        if (Queue(happened.Queue) is not { } queue)
        {
            Directory.Queues.Add(settings.Id);
            if (happened.Queue == queues.Count) queues.Add(null);
            queues[happened.Queue] = queue = new(happened.Queue, settings, Directory.Partner(settings.Partner));
            queue.CompileMembers(Directory);
            queue.KeepService();
            if (settings.Hold is not null) FreeAll();
        }
        else
        {
            var former = queue.MembersRule?.Key;
            var isOther = settings.Hold is not null || queue.Settings.Hold is not null
                || settings.Interrupts != queue.Settings.Interrupts;
            queue.Settings = settings;
            queue.CompileMembers(Directory);
            queue.KeepService();
            queue.Plans.Clear();
            queue.LastPlan = null;
            if (isOther || queue.MembersRule?.Key != former) FreeAll();
        }

        queuesVersion++;
    }

    /// <summary>
    /// Members may have come to a queue, or something keeps them back no longer: everybody is looked at again.
    /// </summary>
    void FreeAll()
    {
        Reindex();
        foreach (var agent in agents)
        {
            if (agent is not null) MarkFreed(agent);
        }
    }

    void BecomeAgentConfigured(in Event happened)
    {
        var settings = (AgentSettings)happened.Detail!;
        if (Agent(happened.Agent) is not { } agent)
        {
            Directory.Agents.Add(settings.Id);
            if (happened.Agent == agents.Count) agents.Add(null);
            agents[happened.Agent] = agent = new(happened.Agent, settings) { StateSinceTicks = happened.AtTicks };
        }

        agent.Settings = settings;
        if (groups.Count >= reindexAtGroups) Reindex();
        else Index(agent);
        foreach (var hold in agent.Holds ?? []) LetGo(hold);
        MarkFreed(agent);
    }

    void BecomeQueueRemoved(int number)
    {
        Directory.Queues.Remove(number);
        queues[number] = null;
        queuesVersion++;
        FreeAll();
    }

    void BecomeAgentRemoved(int number)
    {
        var agent = agents[number]!;
        LeaveGroup(agent);
        LeaveHolds(agent);
        Directory.Agents.Remove(number);
        for (var contact = contacts.First; contact <= contacts.Last; contact++)
        {
            if (!contacts.Has(contact) || contacts[contact].FirstCoolDown == 0) continue;
            coolDowns.Remove(ref contacts[contact], number);
            Schedule(ref contacts[contact]);
        }

        clocks.Set(ref agent.Clock, ClockOf.Agent, number, 0);

        agents[number] = null;
    }
}
