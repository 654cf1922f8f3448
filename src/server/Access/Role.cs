using System.Collections.Frozen;

namespace Centrala.Server.Access;

/// <summary>What people are in the centre, and the permissions that come with it. A person may have several.</summary>
static class Role
{
    public const string Agent = "agent";
    public const string Lead = "lead";
    public const string Planner = "planner";
    public const string Quality = "quality";
    public const string Admin = "admin";

    /// <summary>
    /// Somebody at a client company: sees that company's data and is no colleague, so the role stands alone.
    /// </summary>
    public const string PartnerViewer = "partner-viewer";

    static readonly FrozenDictionary<string, Permission[]> Permissions = new Dictionary<string, Permission[]>
    {
        [Agent] = [Permission.OwnAccount, Permission.HandleContacts, Permission.ReadConversations],
        [Lead] =
        [
            Permission.OwnAccount, Permission.HandleContacts, Permission.ReadConversations,
            Permission.SeeFloor, Permission.SteerFloor, Permission.ManageReplies, Permission.HearRecordings,
            Permission.ListenToCalls, Permission.CoachInCalls, Permission.BargeIntoCalls, Permission.TakeOverCalls,
        ],
        [Planner] = [Permission.OwnAccount, Permission.SeeFloor, Permission.PlanWorkforce],
        [Quality] =
        [
            Permission.OwnAccount, Permission.ReadConversations, Permission.SeeFloor, Permission.HearRecordings,
            Permission.ListenToCalls,
        ],
        [Admin] =
        [
            Permission.OwnAccount, Permission.ReadConversations, Permission.SeeFloor, Permission.SteerFloor,
            Permission.ManagePeople, Permission.ManageOrganisation, Permission.ManageTokens, Permission.ReadAudit,
            Permission.ManageReplies, Permission.PlanWorkforce, Permission.HearRecordings,
            Permission.ListenToCalls, Permission.CoachInCalls, Permission.BargeIntoCalls, Permission.TakeOverCalls,
        ],
        [PartnerViewer] = [Permission.OwnAccount, Permission.ReadConversations, Permission.SeeFloor],
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> All => Permissions.Keys;

    /// <summary>What a program may be given. A token has no account and makes no people and no tokens.</summary>
    public static readonly FrozenSet<Permission> Scopes = new[]
    {
        Permission.ReadConversations, Permission.SeeFloor, Permission.SteerFloor,
        Permission.ManageOrganisation, Permission.ReadAudit,
    }.ToFrozenSet();

    /// <summary>All that any of the roles allows; a role that is not known allows nothing.</summary>
    public static FrozenSet<Permission> PermissionsOf(IEnumerable<string> roles) =>
        roles.SelectMany(role => Permissions.GetValueOrDefault(role) ?? []).ToFrozenSet();

    /// <returns>Null when the roles can stand together; otherwise what is wrong with them.</returns>
    public static Sentence? Objection(IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0) return Say($"Name at least one role.");
        if (roles.FirstOrDefault(role => !Permissions.ContainsKey(role)) is { } unknown)
            return Say($"There is no role “{unknown}”.");
        return roles.Contains(PartnerViewer) && roles.Count > 1
            ? Say($"A partner's viewer cannot have a role in the centre as well.") : null;
    }
}
