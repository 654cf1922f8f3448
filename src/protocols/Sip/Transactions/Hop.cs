using System.Net;

namespace Centrala.Protocols.Sip;

/// <summary>Between whom bytes go: over which transport, and with which peer. The adapter knows the socket behind it.</summary>
public sealed record Hop(SipTransport Transport, IPEndPoint Remote)
{
    public bool IsReliable => Transport is not SipTransport.Udp;
}

public enum SipTransport
{
    Udp,
    Tcp,
    Tls,
}
