namespace Centrala.Core.Vocabulary;

/// <summary>
/// The router's limits. What exceeds one is refused by name, or (a contact that was acknowledged) ends with a reason.
/// </summary>
public static class Limits
{
    /// <summary>What one agent has to give; a contact's cost is taken from it.</summary>
    public const int Points = 100;

    public const int Skills = 4_096;
    public const int Partners = 4_096;
    public const int Teams = 4_096;
    public const int Vendors = 4_096;
    public const int Queues = 20_000;
    public const int Agents = 50_000;

    /// <summary>Contacts that have not ended.</summary>
    public const int Contacts = 2_000_000;

    public const int SkillsPerAgent = 256;
    public const int PartnersPerAgent = 512;
    public const int QueuesPerAgent = 4_096;
    public const int Steps = 16;

    /// <summary>Agents whom one hold keeps free: all of them are looked at when it lets them go.</summary>
    public const int HeldAgents = 1_000;

    /// <summary>Callbacks that are promised and not yet kept.</summary>
    public const int Callbacks = 100_000;

    /// <summary>How long a customer's telephone rings who is called before an agent is.</summary>
    public static readonly TimeSpan CustomerRings = TimeSpan.FromSeconds(45);

    /// <summary>Leaves and operators of one requirement.</summary>
    public const int RequirementParts = 64;
    public const int RequirementDepth = 16;

    public const int HighestLevel = 5;
    public const int HighestTrust = 100;
    public const int HighestWeight = 100;

    /// <summary>Thousandths of rank: base, cap, and what a lead may set.</summary>
    public const int HighestRankMilli = 1_000_000_000;

    /// <summary>Thousandths of rank per second of waiting.</summary>
    public const int SteepestSlopeMilli = 100_000;

    /// <summary>Waiting beyond this no longer raises a rank.</summary>
    public static readonly TimeSpan LongestCountedWait = TimeSpan.FromDays(30);

    /// <summary>A queue lets its interruptible work pause no longer than this.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>No clock of the router (step, wrap-up, parking, offer) is longer.</summary>
    public static readonly TimeSpan LongestClock = TimeSpan.FromDays(400);

    /// <summary>
    /// How long an ended contact is remembered, so that a repetition is recognised and a late message reopens it.
    /// </summary>
    public static readonly TimeSpan EndedRemembered = TimeSpan.FromHours(1);

    /// <summary>Never more ended contacts than these are remembered.</summary>
    public const int EndedContactsRemembered = 100_000;

    /// <summary>Ended contacts forgotten with one arrival: more than one, so that the memory shrinks.</summary>
    public const int ForgottenAtOnce = 4;

    /// <summary>Offers of one contact after which an alarm is raised; the contact keeps waiting.</summary>
    public const int OffersBeforeAlarm = 10;
}
