using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;
using Centrala.Protocols.WebRtc;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// An agent's browser: open as long as the agent is at the desk, in a call or not. While it is in none, nothing is sent but
/// what keeps the path.
/// </summary>
/// <param name="id">The browser's own name for it.</param>
/// <param name="name">What it has to call this side when it proves itself.</param>
sealed class BrowserLeg(Guid id, Guid person, string name, PeerDescription offer, WebRtcPeer peer, BrowserPort port) : MediaLeg(port.Socket)
{
    const int ReportBytesMax = 256;

    readonly byte[] report = new byte[ReportBytesMax];
    readonly SocketAddress answerTo = new(AddressFamily.InterNetworkV6);
    UdpAddress? isPathTo;
    SocketAddress? target;

    public Guid Id => id;

    public Guid Person => person;

    public string Name => name;

    public PeerState State { get; private set; }

    /// <summary>Why it is over; null before.</summary>
    public string? Why => peer.Why;

    /// <summary>Told on any thread when it is connected, and when it is over.</summary>
    public Action<BrowserLeg>? Changed { get; set; }

    /// <summary>The agent has the other side wait.</summary>
    public bool Holds { get; set; }

    public override bool IsHolding => Holds;

    protected override SocketAddress? Target => State is PeerState.Connected ? target : null;

    public bool IsProven(in UdpAddress address)
    {
        lock (Gate) return peer.IsProven(address);
    }

    /// <returns>Whether it is this browser's.</returns>
    public bool Receive(Span<byte> datagram, in UdpAddress from, long atMs)
    {
        PeerContent content;
        lock (Gate)
        {
            content = peer.Receive(datagram, from, atMs, out var length);
            if (content is PeerContent.Sound && RtpPacket.TryRead(datagram[..length], out var read)) HearPacket(read, atMs);
            if (content is PeerContent.Control) HearReport(datagram[..length], atMs);
            Flush();
        }
        Look();
        return content is not PeerContent.Refused;
    }

    public void TimePassed(long atMs)
    {
        lock (Gate)
        {
            if (peer.NextDeadlineMs is { } deadline && deadline <= atMs) peer.TimePassed(atMs);
            Flush();
            if (State is PeerState.Connected && DueReport(atMs) is { } due) Report(due);
        }
        Look();
    }

    public override void Dispose()
    {
        lock (Gate)
        {
            if (State is PeerState.Connected && LastReport() is { } last) Report(last);
            peer.Close();
            Flush();
            peer.Dispose();
            State = PeerState.Over;
        }
        port.Forget(this);
    }

    protected override int Seal(Span<byte> buffer, int length) => peer.Protect(buffer, length);

    /// <summary>Sends what waits; with the gate.</summary>
    void Flush()
    {
        while (peer.TryTake(out var datagram, out var to))
        {
            to.Write(answerTo);
            Transmit(datagram, answerTo);
        }
        if (peer.Path == isPathTo) return;
        isPathTo = peer.Path;
        // Another one, for the clock may be sending to the former.
        target = isPathTo is null ? null : new(AddressFamily.InterNetworkV6);
        isPathTo?.Write(target!);
    }

    void Report(byte[] bytes)
    {
        bytes.CopyTo(report, 0);
        var length = peer.ProtectControl(report, bytes.Length);
        if (length > 0 && target is not null) Transmit(report.AsSpan(0, length), target);
    }

    void Look()
    {
        lock (Gate)
        {
            if (peer.State == State || State is PeerState.Over) return;
            State = peer.State;
            Agreed = new("", 0, offer.Codec, offer.TelephoneEvents?.Number, SdpDirection.SendReceive);
        }
        Changed?.Invoke(this);
    }
}
