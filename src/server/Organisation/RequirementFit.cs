using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Organisation;

/// <summary>Tells whether somebody satisfies a requirement, apart from the floor: for warnings, never for routing.</summary>
static class RequirementFit
{
    /// <param name="language">The customer's language as a skill; null when he came with none.</param>
    public static bool Fits(this Requirement requirement, AgentSettings agent, Guid? language) => requirement switch
    {
        Requirement.Skill(var id, var level) => agent.Has(id, level),
        Requirement.CustomersLanguage(var level) => language is not { } spoken || agent.Has(spoken, level),
        Requirement.Team(var id) => agent.Team == id,
        Requirement.Vendor(var id) => agent.Vendor == id,
        Requirement.Trust(var level) => agent.Trust >= level,
        Requirement.Agent(var id) => agent.Id == id,
        Requirement.All(var parts) => parts.All(part => part.Fits(agent, language)),
        Requirement.Any(var parts) => parts.Any(part => part.Fits(agent, language)),
        Requirement.Not(var part) => !part.Fits(agent, language),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement)),
    };

    /// <summary>Whether the agent may be offered contacts of the queue at all.</summary>
    public static bool BelongsTo(this AgentSettings agent, QueueSettings queue) =>
        agent.Partners.Contains(queue.Partner)
        && (agent.Queues.Contains(queue.Id) || queue.Members?.Fits(agent, null) == true);

    static bool Has(this AgentSettings agent, Guid skill, int level) =>
        agent.Skills.Any(has => has.Skill == skill && has.Level >= level);
}
