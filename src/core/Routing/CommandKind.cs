namespace Centrala.Core.Routing;

/// <summary>What somebody wants, or what happened outside. Journaled: never renumber.</summary>
public enum CommandKind : byte
{
    None = 0,

    ConfigureCell = 1,
    ConfigurePartner = 2,
    ConfigureSkill = 3,
    ConfigureTeam = 4,
    ConfigureVendor = 5,
    ConfigureQueue = 6,
    ConfigureAgent = 7,
    RemoveQueue = 8,
    RemoveAgent = 9,
    OpenQueue = 10,
    CloseQueue = 11,

    Arrive = 20,
    EndContact = 21,
    ParkContact = 22,
    WakeContact = 23,
    ReopenContact = 24,
    PromiseCallback = 25,

    ChooseState = 30,
    LoseConnection = 31,
    Reconnect = 32,
    SignOut = 33,
    LoseTelephone = 34,
    GainTelephone = 35,

    AcceptOffer = 40,
    RefuseOffer = 41,
    EndSegment = 42,
    FinishWrapUp = 43,
    TransferToQueue = 44,
    TransferToAgent = 45,
    CancelTransfer = 46,
    Snooze = 47,
    Consult = 48,
    HandOver = 49,

    SetPriority = 50,
    MoveContact = 51,
    ReapplySteps = 52,
    TakeContact = 53,
    GiveContact = 54,
    PickContact = 55,

    Resume = 60,
    PassTime = 61,
}
