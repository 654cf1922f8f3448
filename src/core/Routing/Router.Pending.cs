using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    static int _endedCount => 0;

    Refusal? Perform(in Command command) => command.Kind switch
    {
        CommandKind.ConfigureCell => Configure(command.Detail as CellSettings),
        CommandKind.ConfigurePartner =>
            ConfigureNamed(EventKind.PartnerConfigured, Directory.Partners, Limits.Partners, command),
        CommandKind.ConfigureSkill => ConfigureNamed(EventKind.SkillConfigured, Directory.Skills, Limits.Skills, command),
        CommandKind.ConfigureTeam => ConfigureNamed(EventKind.TeamConfigured, Directory.Teams, Limits.Teams, command),
        CommandKind.ConfigureVendor => ConfigureNamed(EventKind.VendorConfigured, Directory.Vendors, Limits.Vendors, command),
        CommandKind.ConfigureQueue => Configure(command.Detail as QueueSettings),
        CommandKind.ConfigureAgent => Configure(command.Detail as AgentSettings),
        CommandKind.RemoveQueue => RemoveQueue(command.Queue),
        CommandKind.RemoveAgent => RemoveAgent(command.Agent),
        _ => Refusal.NotUnderstood,
    };

    void Emit(in Event happened)
    {
        var complete = happened with { AtTicks = _at };
        Become(complete);
        _sink.Add(complete);
    }

    void Become(in Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.CellConfigured: Settings = (CellSettings)happened.Detail!; break;
            case EventKind.PartnerConfigured: Directory.Partners.Add(happened.Id); break;
            case EventKind.SkillConfigured: Directory.Skills.Add(happened.Id); break;
            case EventKind.TeamConfigured: Directory.Teams.Add(happened.Id); break;
            case EventKind.VendorConfigured: Directory.Vendors.Add(happened.Id); break;
            case EventKind.QueueConfigured: EvolveQueueConfigured(happened); break;
            case EventKind.AgentConfigured: EvolveAgentConfigured(happened); break;
            case EventKind.QueueRemoved: EvolveQueueRemoved(happened.Queue); break;
            case EventKind.AgentRemoved: EvolveAgentRemoved(happened.Agent); break;
        }
    }

    void Decide() => Settle();

    long EarliestDue() => _clocks.IsEmpty ? 0 : _clocks.First.AtTicks;

    static void Free(Agent agent) => agent.IsFreed = true;

    static void FreeMembersOf(int queue) => Invariant.Holds(queue >= 0, "Queue numbers are positive.");

    static void FailOffer(int contact, Reason reason) => Invariant.Holds(contact > 0, reason.ToString());

    static void GoOffline(Agent agent, Reason reason) => Invariant.Holds(agent.Number > 0, reason.ToString());
}
