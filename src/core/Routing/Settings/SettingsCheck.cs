using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Settings are checked before they become an event: what is out of range, or names what is not there, is refused.
/// </summary>
static class SettingsCheck
{
    public static Refusal? Of(CellSettings settings)
    {
        TimeSpan[] clocks =
        [
            settings.UnreachableAfter, settings.ReturnsContactsAfter, settings.CoolDown, settings.WaitsForNamed,
            settings.MessageWakesAfter, settings.RampInPause,
        ];
        if (settings.RampIn < TimeSpan.Zero || settings.RampIn > Limits.LongestClock) return Refusal.SettingOutOfRange;
        if (!Array.TrueForAll(clocks, clock => clock > TimeSpan.Zero && clock <= Limits.LongestClock))
        {
            return Refusal.SettingOutOfRange;
        }
        return settings.ReturnsContactsAfter >= settings.UnreachableAfter ? null : Refusal.SettingOutOfRange;
    }

    public static Refusal? Of(QueueSettings settings, Directory directory)
    {
        if (settings.Id == Guid.Empty) return Refusal.NotUnderstood;
        if (directory.Partner(settings.Partner) == 0) return Refusal.UnknownReference;
        if (!InRange(settings)) return Refusal.SettingOutOfRange;
        if (settings.Members is { } members && Of(members, directory) is { } refusal) return refusal;
        if (settings.Hold is { } hold && Of(hold, directory) is { } wrong) return wrong;
        return Of(settings.Steps, directory);
    }

    static Refusal? Of(HoldSettings hold, Directory directory) =>
        hold.Agents is < 1 or > Limits.HeldAgents || !Enum.IsDefined(hold.Channel)
            ? Refusal.SettingOutOfRange
            : Of(hold.Who, directory);

    public static Refusal? Of(AgentSettings settings, Directory directory)
    {
        if (settings.Id == Guid.Empty) return Refusal.NotUnderstood;
        if (!InRange(settings)) return Refusal.SettingOutOfRange;
        var known = (settings.Team is not { } team || directory.Team(team) > 0)
            && (settings.Vendor is not { } vendor || directory.Vendor(vendor) > 0)
            && settings.Skills.All(skill => directory.Skill(skill.Skill) > 0)
            && settings.Partners.All(partner => directory.Partner(partner) > 0)
            && settings.Queues.All(queue => directory.Queue(queue) > 0);
        return known ? null : Refusal.UnknownReference;
    }

    /// <summary>
    /// 1–16 steps, each but the last with a time, whose requirements name what exists. A contact may bring its own, so this
    /// allocates nothing.
    /// </summary>
    public static Refusal? Of(IReadOnlyList<Step> steps, Directory directory)
    {
        if (steps.Count is 0 or > Limits.Steps || steps[^1].For is not null) return Refusal.SettingOutOfRange;
        for (var i = 0; i < steps.Count - 1; i++)
        {
            if (steps[i].For is not { } time || !Fits(time, TimeSpan.FromTicks(1))) return Refusal.SettingOutOfRange;
        }
        for (var i = 0; i < steps.Count; i++)
        {
            if (Of(steps[i].Requires, directory) is { } refusal) return refusal;
        }
        return null;
    }

    static Refusal? Of(Requirement requirement, Directory directory)
    {
        var parts = 0;
        return Of(requirement, directory, Limits.RequirementDepth, ref parts);
    }

    static Refusal? Of(Requirement requirement, Directory directory, int depth, ref int parts)
    {
        if (depth == 0 || ++parts > Limits.RequirementParts) return Refusal.SettingOutOfRange;
        return requirement switch
        {
            Requirement.Skill skill => Leaf(directory.Skill(skill.Id) > 0, skill.Level, Limits.HighestLevel),
            Requirement.CustomersLanguage language => Leaf(true, language.Level, Limits.HighestLevel),
            Requirement.Team team => Leaf(directory.Team(team.Id) > 0, 1, 1),
            Requirement.Vendor vendor => Leaf(directory.Vendor(vendor.Id) > 0, 1, 1),
            Requirement.Trust trust => Leaf(true, trust.Level, Limits.HighestTrust),
            Requirement.Agent agent => Leaf(directory.Agent(agent.Id) > 0, 1, 1),
            Requirement.All all => Of(all.Parts, directory, depth - 1, ref parts),
            Requirement.Any any => Of(any.Parts, directory, depth - 1, ref parts),
            Requirement.Not not => Of(not.Part, directory, depth - 1, ref parts),
            _ => Refusal.NotUnderstood,
        };
    }

    static Refusal? Of(IReadOnlyList<Requirement> requirements, Directory directory, int depth, ref int parts)
    {
        for (var i = 0; i < requirements.Count; i++)
        {
            if (Of(requirements[i], directory, depth, ref parts) is { } refusal) return refusal;
        }
        return null;
    }

    static Refusal? Leaf(bool isKnown, int level, int highest) =>
        !isKnown ? Refusal.UnknownReference : level >= 1 && level <= highest ? null : Refusal.SettingOutOfRange;

    static bool InRange(QueueSettings settings) =>
        Math.Abs((long)settings.BaseMilli) <= Limits.HighestRankMilli
        && settings.SlopeMilli is >= 0 and <= Limits.SteepestSlopeMilli
        && Math.Abs((long)settings.CapMilli) <= Limits.HighestRankMilli
        && Enum.IsDefined(settings.Selection)
        && Enum.IsDefined(settings.WhenFull) && settings.WhenFull is not Diversion.TakeMessage
        && Enum.IsDefined(settings.WhenClosed)
        && Enum.IsDefined(settings.OnClosing)
        && Fits(settings.OfferTimeout, TimeSpan.FromSeconds(1))
        && Fits(settings.WrapUp, TimeSpan.Zero)
        && Fits(settings.TargetWithin, TimeSpan.Zero)
        && Fits(settings.OverflowsAfter, TimeSpan.FromTicks(1))
        && settings.PauseLimit >= TimeSpan.FromSeconds(1) && settings.PauseLimit <= Limits.LongestPause
        && Fits(settings.DueLead, TimeSpan.Zero)
        && Fits(settings.ServiceWindow, TimeSpan.FromMinutes(1))
        && settings.SharesPlacesOf != settings.Id
        && settings.TargetBasisPoints is >= 0 and <= 10_000
        && settings.Places is not < 0
        && settings.OverflowsBehind is not < 1
        && settings.OverflowsBelowBasisPoints is not (< 1 or > 10_000);

    static bool InRange(AgentSettings settings) =>
        settings.Trust is >= 0 and <= Limits.HighestTrust
        && settings.Weight is >= 1 and <= Limits.HighestWeight
        && settings.Skills.Count <= Limits.SkillsPerAgent
        && settings.Partners.Count <= Limits.PartnersPerAgent
        && settings.Queues.Count <= Limits.QueuesPerAgent
        && settings.Skills.All(skill => skill.Level is >= 1 and <= Limits.HighestLevel)
        && settings.Skills.DistinctBy(skill => skill.Skill).Count() == settings.Skills.Count
        && settings.Capacities.DistinctBy(capacity => capacity.Channel).Count() == settings.Capacities.Count
        && settings.Capacities.All(InRange);

    static bool InRange(Capacity capacity) =>
        Enum.IsDefined(capacity.Channel)
        && capacity.Cost is >= 1 and <= Limits.Points
        && capacity.AtOnce >= 0 && capacity.AtOnce <= (capacity.Channel == Channel.Call ? 1 : Limits.Points);

    static bool Fits(TimeSpan? clock, TimeSpan least) =>
        clock is not { } time || (time >= least && time <= Limits.LongestClock);
}
