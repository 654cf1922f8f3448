using System.Net;
using System.Net.Sockets;

namespace Centrala.Protocols.Sip;

/// <summary>Host and port as URIs and Via have them: a name, an IPv4 address, or an IPv6 address in brackets.</summary>
static class HostAndPort
{
    public const int PortMax = 65535;

    /// <param name="port">0 when none is given.</param>
    public static string Read(ref Scanner scanner, out int port)
    {
        port = 0;
        var host = scanner.Next == '[' ? AddressV6(ref scanner) : Name(ref scanner);
        if (!scanner.Separator(':')) return host;
        var digits = scanner.Run(Characters.Digit);
        if (digits.IsEmpty || digits.Length > 5 || (port = int.Parse(digits, provider: null)) is 0 or > PortMax)
            scanner.Fail("the port is no port");
        return host;
    }

    static string AddressV6(ref Scanner scanner)
    {
        scanner.Take(1);
        var address = scanner.Run(Characters.AddressV6);
        if (scanner.Next != ']' || !IPAddress.TryParse(address, out var read) || read.AddressFamily != AddressFamily.InterNetworkV6)
        {
            scanner.Fail("the IPv6 address is none");
            return "";
        }
        scanner.Take(1);
        return $"[{address}]";
    }

    static string Name(ref Scanner scanner)
    {
        var name = scanner.Run(Characters.Host);
        if (!IsName(name)) scanner.Fail("the host is neither a name nor an address");
        return name.ToString();
    }

    static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] is '.' or '-' || name.IndexOf("..") >= 0) return false;
        var last = name.TrimEnd('.');
        last = last[(last.LastIndexOf('.') + 1)..];
        if (last.IsEmpty || last[^1] == '-') return false;
        return !char.IsAsciiDigit(last[0]) || IsAddressV4(name);
    }

    static bool IsAddressV4(ReadOnlySpan<char> name) =>
        name.Count('.') == 3 && !name.ContainsAnyExcept(Characters.AddressV6) && IPAddress.TryParse(name, out _);
}
