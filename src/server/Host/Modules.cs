namespace Centrala.Server.Host;

/// <summary>Every module, in the order in which their SQL is applied: a later one may refer to an earlier one's tables.</summary>
public static class Modules
{
    public static readonly IReadOnlyList<IModule> All =
    [
        new Database.Module(),
        new Access.Module(),
        new Organisation.Module(),
        new Live.Module(),
        new Dispatch.Module(),
        new Chat.Module(),
        new Replies.Module(),
        new Desk.Module(),
        new History.Module(),
        new Replay.Module(),
        new FollowUps.Module(),
        new Personal.Module(),
        new Supervision.Module(),
        new Retention.Module(),
        new Voice.Module(),
        new Portability.Module(),
        new Workforce.Module(),
        new Demo.Module(),
        new Telemetry.Module(),
        new Module(),
    ];
}
