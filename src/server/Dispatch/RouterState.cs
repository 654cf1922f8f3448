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

    /// <returns>Why the snapshot cannot be used; null when it can.</returns>
    public static string? ReasonAgainst(StoredSnapshot snapshot)
    {
        if (!snapshot.IsWhole) return "its state does not match its hash";
        if (snapshot.Format != Snapshot.Version) return $"it is in format {snapshot.Format}";
        try
        {
            Snapshot.Read(snapshot.State);
            return null;
        }
        catch (FormatException unreadable)
        {
            return unreadable.Message;
        }
    }

    /// <returns>A router in that state; an empty one without a snapshot.</returns>
    public static Router Restored(StoredSnapshot? snapshot) => snapshot is null ? new Router() : Snapshot.Read(snapshot.State);
}
