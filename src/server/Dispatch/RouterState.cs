using System.Buffers;
using System.Security.Cryptography;
using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>Between a router and its stored snapshot.</summary>
static class RouterState
{
    public static StoredSnapshot Of(Router router, long sequence, byte[] chain)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Snapshot.Write(router, bytes);
        var state = bytes.WrittenSpan.ToArray();
        return new StoredSnapshot(
            sequence, CellClock.Truncated(router.At), chain, Snapshot.Version, state, SHA256.HashData(state));
    }

    /// <param name="reason">Why the snapshot cannot be used; null when it can.</param>
    /// <returns>A router in that state; null when the snapshot cannot be used.</returns>
    public static Router? Read(StoredSnapshot snapshot, out string? reason)
    {
        reason = !snapshot.IsWhole ? "its state does not match its hash"
            : snapshot.Format != Snapshot.Version ? $"it is in format {snapshot.Format}" : null;
        if (reason is not null) return null;
        try
        {
            return Snapshot.Read(snapshot.State);
        }
        catch (FormatException unreadable)
        {
            reason = unreadable.Message;
            return null;
        }
    }

    /// <returns>A router in that state; an empty one without a snapshot.</returns>
    public static Router Restored(StoredSnapshot? snapshot) => snapshot is null ? new Router() : Snapshot.Read(snapshot.State);
}
