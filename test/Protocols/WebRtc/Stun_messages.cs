using System.Net;
using System.Text;
using Centrala.Protocols.WebRtc;
using Xunit;

namespace Centrala.Protocols.Tests.WebRtc;

/// <summary>The examples of RFC 5769.</summary>
public class A_message_of_stun
{
    const string Request = """
        000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b1
        51263b36000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf
        """;

    const string Response = """
        0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643000800142b91f599
        fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96
        """;

    static readonly byte[] password = Encoding.ASCII.GetBytes("VOkJxbRl1RmTxUk/WvJxBt");

    [Fact]
    public void Says_who_asks_and_proves_it()
    {
        Assert.True(StunMessage.TryRead(Bytes(Request), out var read));
        Assert.Equal(StunType.BindingRequest, read.Type);
        Assert.True(read.TryFind(StunAttribute.UserName, out var name));
        Assert.Equal("evtj:h6vY", Encoding.ASCII.GetString(name));
        Assert.True(read.IsSignedWith(password));
        Assert.False(read.IsSignedWith("VOkJxbRl1RmTxUk/WvJxBT"u8));
    }

    [Fact]
    public void Answers_with_the_address_it_came_from()
    {
        Assert.True(StunMessage.TryRead(Bytes(Response), out var read));
        Assert.True(read.IsSignedWith(password));
        var written = new StunWriter(StunType.BindingSuccess, read.Transaction)
            .AddMapped(UdpAddress.Of(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 32_853))).Sign(password);
        Assert.True(StunMessage.TryRead(written, out var again));
        Assert.True(read.TryFind(StunAttribute.XorMappedAddress, out var theirs) & again.TryFind(StunAttribute.XorMappedAddress, out var ours));
        Assert.Equal(theirs.ToArray(), ours.ToArray());
        Assert.True(again.IsSignedWith(password));
    }

    [Fact]
    public void Tells_an_address_of_version_6_too()
    {
        var written = new StunWriter(StunType.BindingSuccess, Bytes("b7e7a701bc34d686fa87dfae"))
            .AddMapped(UdpAddress.Of(new IPEndPoint(IPAddress.Parse("2001:db8:1234:5678:11:2233:4455:6677"), 32_853))).Sign(password);
        Assert.Equal("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9", Convert.ToHexStringLower(written.AsSpan(24, 20)));
    }

    [Fact]
    public void That_is_damaged_proves_nothing()
    {
        const int FingerprintBytes = 8;
        var bytes = Bytes(Request);
        for (var bit = 0; bit < 8 * (bytes.Length - FingerprintBytes); bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(StunMessage.TryRead(bytes, out var read) && read.IsSignedWith(password), $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Theory]
    [InlineData("192.0.2.7", 5060)]
    [InlineData("2001:db8::7", 61_000)]
    public void Goes_back_to_where_it_came_from(string address, int port)
    {
        var place = new IPEndPoint(IPAddress.Parse(address), port);
        var socket = new SocketAddress(System.Net.Sockets.AddressFamily.InterNetworkV6);
        UdpAddress.Of(place).Write(socket);
        Assert.Equal(place, place.Create(socket));
        Assert.Equal(UdpAddress.Of(place), UdpAddress.Of(socket));
    }

    static byte[] Bytes(string hex) => Convert.FromHexString(string.Concat(hex.Where(char.IsAsciiHexDigit)));
}
