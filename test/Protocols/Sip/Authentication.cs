using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class A_peer_that_has_to_say_who_it_is
{
    static readonly DateTimeOffset now = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    readonly DigestGuard guard = new("centrala", new byte[32], (user, algorithm) =>
        user == "ana" ? DigestAlgorithm.Secret(algorithm, "ana", "centrala", "secret") : null);

    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Sums_as_the_example_of_RFC_7616(string algorithm, string expected)
    {
        var secret = DigestAlgorithm.Secret(algorithm, "Mufasa", "http-auth@example.org", "Circle of Life");
        var sum = DigestAlgorithm.Response(algorithm, secret, "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "00000001",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "GET", "/dir/index.html");
        Assert.Equal(expected, sum);
    }

    [Fact]
    public void Is_let_in_with_the_right_password_once()
    {
        var request = Answered("secret");
        Assert.Equal("ana", guard.Check(request, now, out _));
        Assert.Null(guard.Check(request, now, out var isStale));
        Assert.True(isStale);
    }

    [Fact]
    public void Is_kept_out_with_a_wrong_one() => Assert.Null(guard.Check(Answered("guess"), now, out _));

    [Fact]
    public void Is_asked_anew_after_five_minutes()
    {
        Assert.Null(guard.Check(Answered("secret"), now + TimeSpan.FromMinutes(6), out var isStale));
        Assert.True(isStale);
    }

    [Fact]
    public void Is_kept_out_when_the_answer_was_for_another_request()
    {
        var other = new SipRequest("REGISTER", AddressUri.Parse("sip:elsewhere.example.com"));
        foreach (var header in Answered("secret").Headers) other.Headers.Add(header);
        Assert.Null(guard.Check(other, now, out _));
    }

    [Fact]
    public void Is_asked_for_the_stronger_sum_first()
    {
        var challenges = guard.Challenge(Received(), "t", false, now)!.Headers.All("WWW-Authenticate").Select(one => one.Text).ToList();
        Assert.Contains("SHA-256", challenges[0]);
        Assert.Contains("MD5", challenges[1]);
    }

    [Fact]
    public void Calls_again_with_its_password()
    {
        var agent = new UserAgent(new("192.0.2.1:5060", Capabilities.Telephone, "Test"), SipTimes.Standard, NewToken());
        agent.Place(new(AddressUri.Parse("sip:ben@192.0.2.9"), new(AddressUri.Parse("sip:ana@192.0.2.1")), Side.Peer, null, new("ana", "secret")), now);
        var first = Sent(agent)[0];
        agent.Receive(SipWriter.Write(guard.Challenge(first, "t", false, now)!), Side.Peer, now);
        var again = Sent(agent);
        Assert.Equal(["ACK", "INVITE"], again.Select(one => one.Method));
        Assert.Equal((first.CallId, 2L), (again[1].CallId, again[1].CSeq.Number));
        Assert.Equal("ana", guard.Check(again[1], now, out _));
        agent.Receive(SipWriter.Write(guard.Challenge(again[1], "t", false, now)!), Side.Peer, now);
        Assert.Equal(["ACK"], Sent(agent).Select(one => one.Method));
    }

    SipRequest Answered(string password)
    {
        var request = Received();
        request.Headers.Add(DigestAnswer.To(guard.Challenge(request, "t", false, now)!, request, new("ana", password), "nonce1")!);
        return request;
    }

    static SipRequest Received()
    {
        var request = Side.Request("REGISTER");
        request.Headers.Add("Via", new Via("UDP", "192.0.2.9", 0, Parameters.None.With("branch", "z9hG4bK1")));
        return request;
    }

    static Func<string> NewToken()
    {
        var tokens = 0;
        return () => $"t{++tokens}";
    }

    static List<SipRequest> Sent(UserAgent agent)
    {
        var sent = new List<SipRequest>();
        while (agent.TryTake(out var one))
            if (one is Transmit transmit && SipParser.Parse(transmit.Datagram.Span).Message is SipRequest request) sent.Add(request);
        return sent;
    }
}
