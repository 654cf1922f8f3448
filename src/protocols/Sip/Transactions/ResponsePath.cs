using System.Net;

namespace Centrala.Protocols.Sip;

/// <summary>Where responses go: back over a connection, or to the address that a datagram came from (RFC 3261 18.2, RFC 3581).</summary>
static class ResponsePath
{
    const int PortDefault = 5060;

    /// <summary>Notes on the top Via where the request really came from.</summary>
    public static Via Mark(Via via, Hop from)
    {
        var address = Plain(from.Remote.Address).ToString();
        var parameters = via.Parameters;
        if (via.Host.Trim('[', ']') != address || via.WantsSourcePort) parameters = parameters.With("received", address);
        if (via.WantsSourcePort) parameters = parameters.With("rport", from.Remote.Port.ToString(provider: null));
        return via with { Parameters = parameters };
    }

    public static Hop Of(Via via, Hop source) => source.IsReliable || via.WantsSourcePort
        ? source
        : source with { Remote = new(source.Remote.Address, via.Port > 0 ? via.Port : PortDefault) };

    /// <summary>A socket for both families shows IPv4 addresses as mapped ones.</summary>
    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
