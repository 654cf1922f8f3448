namespace Centrala.Server.Demo;

static partial class DemoLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Simulated agent {Login} comes back in a moment: {Reason}")]
    public static partial void AgentComesBack(ILogger logger, string login, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A simulated customer ({Dialogue}) left early: {Reason}")]
    public static partial void VisitorLeft(ILogger logger, string dialogue, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A simulated caller ({Dialogue}) hung up early: {Reason}")]
    public static partial void CallerLeft(ILogger logger, string dialogue, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The demo cannot see the floor: {Reason}")]
    public static partial void FloorUnseen(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo company is not complete yet; it goes on in a moment.")]
    public static partial void FillsAgain(ILogger logger, Exception failure);
}
