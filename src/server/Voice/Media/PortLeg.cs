using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Media;

/// <summary>A party on a trunk or at a desk phone: plain RTP over a port of its own, from the first address of the party's on.</summary>
/// <param name="socket">Bound, does not block; this leg's from now on.</param>
/// <param name="control">Likewise, for reports (RTCP); null where none are exchanged over a port of their own.</param>
sealed class PortLeg(Socket socket, Socket? control = null) : MediaLeg(socket)
{
    static readonly IPEndPoint anywhere = new(IPAddress.Any, 0);

    IPAddress? signalsFrom;
    SocketAddress? to, lockedOn, controlTo;

    public Socket? Control => control;

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
            KnowAlive();
            if (!isElsewhere) return;
            lockedOn = null;
            (to, controlTo) = IPAddress.TryParse(with.Address, out var address)
                ? (new IPEndPoint(address, with.Port).Serialize(), new IPEndPoint(address, with.ControlPort).Serialize()) : (null, null);
        }
    }

    /// <summary>Takes a datagram; on the receiving thread.</summary>
    public void Receive(ReadOnlySpan<byte> datagram, SocketAddress from, long atMs)
    {
        if (RtpPacket.IsControl(datagram))
        {
            ReceiveControl(datagram, from, atMs);
            return;
        }
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

    /// <summary>Takes a report, from whichever port of the party's: a translator may have given it another.</summary>
    public void ReceiveControl(ReadOnlySpan<byte> datagram, SocketAddress from, long atMs)
    {
        lock (Gate)
        {
            if (!IsPartys(AddressOf(from)))
            {
                VoiceMetrics.Dropped("foreign-rtp");
                return;
            }
            controlTo = Copy(from);
            HearReport(datagram, atMs);
        }
    }

    /// <summary>Sends the report that is due.</summary>
    public void TimePassed(long atMs)
    {
        lock (Gate)
            if (DueReport(atMs) is { } report) SendReport(report);
    }

    public override void Dispose()
    {
        lock (Gate)
            if (LastReport() is { } report) SendReport(report);
        Socket.Dispose();
        control?.Dispose();
    }

    void SendReport(byte[] report)
    {
        if (Agreed is null || controlTo is not { } there) return;
        var over = Agreed.ControlPort == Agreed.Port ? Socket : control;
        if (over is not null) Transmit(over, report, there);
    }

    /// <summary>The first that speaks from an address of the party's is the party, and stays it.</summary>
    bool IsParty(SocketAddress from)
    {
        // Not Equals, which compares the room behind the addresses too.
        if (lockedOn is not null) return lockedOn.Buffer.Span[..lockedOn.Size].SequenceEqual(from.Buffer.Span[..from.Size]);
        if (!IsPartys(AddressOf(from))) return false;
        lockedOn = Copy(from);
        return true;
    }

    bool IsPartys(IPAddress address) => Agreed is not null && (address.Equals(signalsFrom) || address.ToString() == Agreed.Address);

    static IPAddress AddressOf(SocketAddress from) => ((IPEndPoint)anywhere.Create(from)).Address;

    static SocketAddress Copy(SocketAddress from)
    {
        var copy = new SocketAddress(from.Family, from.Size);
        from.Buffer.Span[..from.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }
}
