namespace Centrala.Server.Dispatch;

static partial class DispatchLog
{
    [LoggerMessage(Level = LogLevel.Information,
        Message = "Cell {Cell}: writes from record {Sequence} on, epoch {Epoch}; {Folded} records folded after the snapshot.")]
    public static partial void ReignBegan(ILogger log, short cell, long sequence, long epoch, long folded);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cell {Cell}: another program writes; this one stands by.")]
    public static partial void StandsBy(ILogger log, short cell);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cell {Cell}: the writer ends and starts again from the journal.")]
    public static partial void ReignEnded(ILogger log, Exception failure, short cell);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Cell {Cell} cannot start: {Damage}")]
    public static partial void Damaged(ILogger log, short cell, string damage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cell {Cell}: the snapshot at record {Sequence} is passed over: {Reason}")]
    public static partial void SnapshotPassedOver(ILogger log, short cell, long sequence, string reason);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "Cell {Cell}: record {Sequence} would be decided otherwise now. The journal holds; report this as a bug.")]
    public static partial void ReplayDiffers(ILogger log, short cell, long sequence);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cell {Cell}: snapshot at record {Sequence}.")]
    public static partial void SnapshotTaken(ILogger log, short cell, long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cell {Cell}: the snapshot at record {Sequence} could not be stored.")]
    public static partial void SnapshotFailed(ILogger log, Exception failure, short cell, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Listener} failed on something that is stored and published.")]
    public static partial void ListenerFailed(ILogger log, Exception failure, string? listener);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} failed on event {Number}; it is tried again.")]
    public static partial void EffectFailed(ILogger log, Exception failure, string effect, EventNumber number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} waits for the database or the writer.")]
    public static partial void EffectWaits(ILogger log, Exception failure, string effect);
}
