using System.Net;

namespace Centrala.Server.Access;

/// <summary>Whether a secret may travel on this connection.</summary>
static class SecureConnection
{
    /// <summary>True on https and between programs of one machine.</summary>
    public static bool IsUsed(HttpContext context) => context.Request.IsHttps
        || context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(Plain(address));

    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
