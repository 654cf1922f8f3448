using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Media;

/// <summary>A party on a trunk or at a desk phone: plain RTP over a port of its own, from the first address of the party's on.</summary>
/// <param name="socket">Bound, does not block; this leg's from now on.</param>
sealed class PortLeg(Socket socket) : MediaLeg(socket)
{
    IPAddress? signalsFrom;
    SocketAddress? to, lockedOn;

    public int Port => ((IPEndPoint)Socket.LocalEndPoint!).Port;

    public override bool IsHolding => Agreed is { } one && !one.Direction.HasFlag(SdpDirection.SendOnly);

    protected override SocketAddress? Target => lockedOn ?? to;

    /// <summary>What both sides have agreed on, perhaps anew.</summary>
    /// <param name="from">The address with which the party signals: that of its sound where a translator stands between.</param>
    public void Agree(AudioAgreement with, IPAddress from)
    {
        lock (Gate)
        {
            var isElsewhere = Agreed is null || Agreed.Address != with.Address || Agreed.Port != with.Port;
            (Agreed, signalsFrom) = (with, from);
            if (!isElsewhere) return;
            lockedOn = null;
            to = IPAddress.TryParse(with.Address, out var address) ? new IPEndPoint(address, with.Port).Serialize() : null;
        }
    }

    /// <summary>Takes a datagram; on the receiving thread.</summary>
    public void Receive(ReadOnlySpan<byte> datagram, SocketAddress from, long atMs)
    {
        if (!RtpPacket.TryRead(datagram, out var read))
        {
            VoiceMetrics.Dropped("no-rtp");
            return;
        }
        lock (Gate)
        {
            if (IsParty(from)) HearPacket(read, atMs);
            else VoiceMetrics.Dropped("foreign-rtp");
        }
    }

    public override void Dispose() => Socket.Dispose();

    /// <summary>The first that speaks from an address of the party's is the party, and stays it.</summary>
    bool IsParty(SocketAddress from)
    {
        if (Agreed is null) return false;
        // Not Equals, which compares the room behind the addresses too.
        if (lockedOn is not null) return lockedOn.Buffer.Span[..lockedOn.Size].SequenceEqual(from.Buffer.Span[..from.Size]);
        var address = ((IPEndPoint)new IPEndPoint(IPAddress.Any, 0).Create(from)).Address;
        if (!address.Equals(signalsFrom) && address.ToString() != Agreed.Address) return false;
        lockedOn = new SocketAddress(from.Family, from.Size);
        from.Buffer.Span[..from.Size].CopyTo(lockedOn.Buffer.Span);
        return true;
    }
}
