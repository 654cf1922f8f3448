using System.Buffers.Binary;
using System.Net;

namespace Centrala.Protocols.WebRtc;

/// <summary>Where a datagram comes from or goes to: as <see cref="IPEndPoint"/>, but a value, which costs nothing per packet.</summary>
public readonly record struct UdpAddress(UInt128 Host, bool IsV6, ushort Port)
{
    const int FamilyBytes = 2, V4At = 4, V6At = 8, V4SocketBytes = 16, V6SocketBytes = 28;

    static readonly byte v4Family = new SocketAddress(System.Net.Sockets.AddressFamily.InterNetwork)[0];
    static readonly byte v6Family = new SocketAddress(System.Net.Sockets.AddressFamily.InterNetworkV6)[0];

    public static UdpAddress Of(IPEndPoint place) => Of(place.Serialize());

    /// <summary>Reads what a socket has told: the family, the port, and the address at its family's place.</summary>
    public static UdpAddress Of(SocketAddress from)
    {
        var bytes = from.Buffer.Span[..from.Size];
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[FamilyBytes..]);
        return bytes[0] == v6Family
            ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes[V6At..]), true, port)
            : new(BinaryPrimitives.ReadUInt32BigEndian(bytes[V4At..]), false, port);
    }

    /// <param name="to">Room for either family; written anew.</param>
    public void Write(SocketAddress to)
    {
        to.Size = IsV6 ? V6SocketBytes : V4SocketBytes;
        var bytes = to.Buffer.Span[..to.Size];
        bytes.Clear();
        bytes[0] = IsV6 ? v6Family : v4Family;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[FamilyBytes..], Port);
        if (IsV6) BinaryPrimitives.WriteUInt128BigEndian(bytes[V6At..], Host);
        else BinaryPrimitives.WriteUInt32BigEndian(bytes[V4At..], (uint)Host);
    }
}
