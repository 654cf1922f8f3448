using System.Net;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice;

static partial class VoiceLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Telephone: listens on {Transport} {Address}.")]
    public static partial void Listens(ILogger log, SipTransport transport, IPEndPoint address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telephone: registered with trunk {Trunk}.")]
    public static partial void TrunkRegistered(ILogger log, string trunk);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Telephone: trunk {Trunk} refused the registration with {Status}; the next peer is tried.")]
    public static partial void TrunkRefused(ILogger log, string trunk, int status);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Telephone: numbers and phones could not be read; those known are used.")]
    public static partial void BookNotRead(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Telephone: no real-time priority for sound (CAP_SYS_NICE, or LimitRTPRIO); on a busy machine it may stutter.")]
    public static partial void NoRealTime(ILogger log);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Telephone: a message or an order could not be worked on; the others go on.")]
    public static partial void TurnFailed(ILogger log, Exception mistake);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telephone: {Message} failed on the other side of the link: {Why}.")]
    public static partial void LinkFailed(ILogger log, string message, string why);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Telephone: what was not told yet cannot be written; it is tried again.")]
    public static partial void OutboxNotWritten(ILogger log, Exception full);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telephone: the link is up, with {Calls} calls on the lines.")]
    public static partial void LinkUp(ILogger log, int calls);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telephone: the link is down; calls go on without the centre.")]
    public static partial void LinkDown(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telephone: recording {Recording} stopped; its call goes on. {Why}")]
    public static partial void RecordingStopped(ILogger log, Guid recording, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telephone: erased recordings could not be taken off the disk; it is tried again.")]
    public static partial void NotDeleted(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telephone: started as process {Process}.")]
    public static partial void ProcessStarted(ILogger log, int process);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Telephone: its process has ended with {ExitCode}; it is started again. Its last words are in {Words}.")]
    public static partial void ProcessEnded(ILogger log, int exitCode, string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telephone: process {Process} hangs; it is ended, and another one started.")]
    public static partial void ProcessHangs(ILogger log, int process);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Telephone: another build is on the lines; it is replaced when its last call has ended.")]
    public static partial void OtherBuild(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Telephone: where phones have registered cannot be kept; after a crash they are called when they come again.")]
    public static partial void PhonesNotKept(ILogger log, Exception failure);
}
