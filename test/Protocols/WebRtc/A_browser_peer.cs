using System.Net;
using System.Text;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;
using Centrala.Protocols.WebRtc;
using Xunit;

namespace Centrala.Protocols.Tests.WebRtc;

public sealed class A_browser_peer : IDisposable
{
    static readonly UdpAddress stranger = UdpAddress.Of(new IPEndPoint(IPAddress.Parse("198.51.100.66"), 666));

    readonly FakeBrowser browser = new();

    public void Dispose() => browser.Dispose();

    [Fact]
    public void Is_answered_with_one_address_and_what_both_speak()
    {
        var answer = browser.Offer.Answer(FakeBrowser.Ours, browser.Server, new(IPAddress.Parse("203.0.113.5"), 20_100), 1);
        var read = SdpParser.Parse(answer.ToBytes(), out _)!;
        Assert.Equal([("audio", 20_100), ("application", 0)], read.Media.Select(one => (one.Kind, one.Port)));
        Assert.Equal(["0", "126"], read.Media[0].Formats);
        var text = answer.ToString();
        Assert.All(
            ["a=ice-lite\r\n", "a=group:BUNDLE 0\r\n", "a=setup:passive\r\n", "a=mid:0\r\n", "a=rtcp-mux\r\n", "a=sendrecv\r\n",
                "a=candidate:1 1 udp 2130706431 203.0.113.5 20100 typ host\r\n", $"a=fingerprint:sha-256 {browser.Server.Fingerprint}\r\n"],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Shakes_hands_and_is_heard_and_hears()
    {
        browser.Give(browser.Check());
        browser.Shake();
        Assert.Equal((PeerState.Connected, SrtpProfile.Aes128Gcm), (browser.Peer.State, browser.Dtls.Profile));
        Assert.Equal(FakeBrowser.Home, browser.Peer.Path);

        var sound = browser.Sound(1);
        Assert.Equal(PeerContent.Sound, browser.Peer.Receive(sound, FakeBrowser.Home, 2, out var length));
        Assert.True(RtpPacket.TryRead(sound.AsSpan(0, length), out var heard));
        Assert.Equal((5u, 160), (heard.Source, heard.Payload.Length));

        var buffer = new byte[172 + SrtpSender.Overhead];
        var protectedLength = browser.Peer.Protect(buffer, new RtpPacket(0, false, 9, 0, 77, new byte[160]).Write(buffer));
        Assert.True(browser.Receiver!.TryOpen(buffer.AsSpan(0, protectedLength), out _));
    }

    [Fact]
    public void Gets_no_word_without_the_password()
    {
        Assert.Equal(PeerContent.Refused, browser.Give(browser.Check("serverserverserverserv1")));
        Assert.False(browser.Peer.TryTake(out _, out _));
        Assert.Null(browser.Peer.Path);
    }

    [Fact]
    public void Is_the_only_one_whose_hello_is_heard()
    {
        Assert.True(browser.Dtls.TryTake(out var hello));
        Assert.Equal(PeerContent.Refused, browser.Give(hello));
        browser.Give(browser.Check());
        // From elsewhere it is a forgery, however good it looks.
        Assert.Equal(PeerContent.Refused, browser.Give(hello, stranger));
        Assert.NotEqual(PeerContent.Refused, browser.Give(hello));
        browser.Shake();
        Assert.Equal(PeerState.Connected, browser.Peer.State);
    }

    [Fact]
    public void Keeps_its_call_when_somebody_else_sends_hellos_sound_and_good_byes()
    {
        browser.Give(browser.Check());
        browser.Shake();
        using var other = new FakeBrowser();
        while (other.Dtls.TryTake(out var hello)) Assert.Equal(PeerContent.Refused, browser.Give(hello, stranger));
        Assert.Equal(PeerContent.Refused, browser.Give(browser.Sound(1), stranger));
        browser.Give([21, 254, 253, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 40]);
        Assert.Equal((PeerState.Connected, PeerContent.Sound), (browser.Peer.State, browser.Give(browser.Sound(2))));
    }

    [Fact]
    public void Gets_no_media_with_another_certificate_than_it_described()
    {
        using var foreign = new FakeBrowser(string.Join(':', Enumerable.Repeat("AB", 32)));
        foreign.Give(foreign.Check());
        foreign.Shake();
        Assert.Equal((PeerState.Over, "another's certificate"), (foreign.Peer.State, foreign.Peer.Why));
        Assert.Equal(0, foreign.Peer.Protect(new byte[200], 172));
    }

    [Fact]
    public void Is_heard_from_another_network_once_it_has_proven_itself_there()
    {
        browser.Give(browser.Check());
        browser.Shake();
        browser.Give(browser.Check(), stranger, 3);
        Assert.Equal(stranger, browser.Peer.Path);
        Assert.Equal(PeerContent.Sound, browser.Give(browser.Sound(1), stranger, 4));
    }

    [Fact]
    public void Is_over_when_it_no_longer_asks()
    {
        browser.Give(browser.Check());
        browser.Shake();
        browser.Peer.TimePassed(IceLite.ConsentMs);
        Assert.Equal(PeerState.Connected, browser.Peer.State);
        browser.Peer.TimePassed(IceLite.ConsentMs + 2);
        Assert.Equal((PeerState.Over, "silent", null), (browser.Peer.State, browser.Peer.Why, browser.Peer.Path));
    }

    [Fact]
    public void That_never_comes_is_not_waited_for()
    {
        browser.Peer.TimePassed(WebRtcPeer.ConnectMs + 1);
        Assert.Equal((PeerState.Over, "never heard"), (browser.Peer.State, browser.Peer.Why));
    }

    [Fact]
    public void Says_good_bye()
    {
        browser.Give(browser.Check());
        browser.Shake();
        browser.Dtls.Close();
        browser.Shake();
        Assert.Equal((PeerState.Over, "closed there"), (browser.Peer.State, browser.Peer.Why));
    }

    [Fact]
    public void Finds_its_way_through_a_lost_flight()
    {
        browser.Give(browser.Check());
        while (browser.Dtls.TryTake(out var hello)) browser.Give(hello);
        while (browser.Peer.TryTake(out _, out _)) continue;
        // OpenSSL repeats by a clock of its own.
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (browser.Peer.State is PeerState.Connecting && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            browser.Dtls.TimePassed();
            browser.Peer.TimePassed(2);
            browser.Shake(2);
        }
        Assert.Equal(PeerState.Connected, browser.Peer.State);
    }

    [Fact]
    public void Outlives_whatever_is_sent_to_it()
    {
        var dice = new Random(8);
        browser.Give(browser.Check());
        var good = new List<byte[]> { browser.Check() };
        while (browser.Dtls.TryTake(out var hello))
        {
            good.Add(hello);
            browser.Give(hello);
        }
        browser.Shake();
        for (ushort i = 1; i < 20; i++) good.Add(browser.Sound(i));
        for (var i = 0; i < 100_000; i++)
        {
            var datagram = good[dice.Next(good.Count)].ToArray();
            for (var many = dice.Next(1, 8); many > 0; many--) datagram[dice.Next(datagram.Length)] = (byte)dice.Next(256);
            browser.Give(datagram[..dice.Next(datagram.Length + 1)], dice.Next(4) == 0 ? stranger : null, 2);
            while (browser.Peer.TryTake(out _, out _)) continue;
        }
        browser.Give(browser.Check(), atMs: 3);
        Assert.Equal((PeerState.Connected, PeerContent.Sound), (browser.Peer.State, browser.Give(browser.Sound(40), atMs: 4)));
    }

    [Fact]
    public void Described_badly_is_refused_or_read()
    {
        var dice = new Random(9);
        var good = browser.Offer.Offer.ToBytes();
        Assert.NotNull(PeerDescription.Read(good, out _));
        for (var i = 0; i < 20_000; i++)
        {
            var body = good.ToArray();
            for (var many = dice.Next(1, 6); many > 0; many--) body[dice.Next(body.Length)] = (byte)dice.Next(32, 127);
            if (PeerDescription.Read(body, out var problem) is { } read)
                Assert.Contains("ice-lite", Encoding.UTF8.GetString(read.Answer(FakeBrowser.Ours, browser.Server, new(IPAddress.Loopback, 1), 1).ToBytes()),
                    StringComparison.Ordinal);
            else Assert.NotNull(problem);
        }
    }
}
