namespace Centrala.Server.Foundation;

/// <summary>What somebody may do. Every route and every live event names one, or says that it is open to anybody.</summary>
public enum Permission
{
    /// <summary>Look after one's own account: sessions, password, second factor.</summary>
    OwnAccount,

    /// <summary>Take, handle and finish contacts at the desk.</summary>
    HandleContacts,

    /// <summary>Read conversations of the partners one serves, also those of others.</summary>
    ReadConversations,

    /// <summary>Hear recorded calls of the partners one serves; each time is logged.</summary>
    HearRecordings,

    /// <summary>Hear agents' calls, unheard.</summary>
    ListenToCalls,

    /// <summary>Speak to the agent in a call, unheard by the customer.</summary>
    CoachInCalls,

    /// <summary>Join agents' calls, heard by everybody.</summary>
    BargeIntoCalls,

    /// <summary>Take a running call out of an agent's hands.</summary>
    TakeOverCalls,

    /// <summary>See agents, queues and waiting contacts live.</summary>
    SeeFloor,

    /// <summary>Move contacts, set priorities, open and close queues, sign agents out.</summary>
    SteerFloor,

    /// <summary>Invite, change and deactivate people.</summary>
    ManagePeople,

    /// <summary>Change partners, queues, skills, teams, opening hours and widgets.</summary>
    ManageOrganisation,

    /// <summary>Write the replies that agents use again and again, for the partners one serves.</summary>
    ManageReplies,

    /// <summary>Forecast what will come and how many people it needs, for the partners one serves.</summary>
    PlanWorkforce,

    /// <summary>Create and revoke API tokens.</summary>
    ManageTokens,

    /// <summary>Read the audit log.</summary>
    ReadAudit,
}
