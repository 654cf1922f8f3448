using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class A_telephone_that_registers
{
    static readonly DateTimeOffset now = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    readonly Registrar registrar = new();

    [Fact]
    public void Is_found_until_its_time_is_over()
    {
        Assert.Equal("60", Answered(Register(1, "<sip:ana@192.0.2.9:5080>;expires=60")).Contact!.Parameters["expires"]);
        Assert.Equal("sip:ana@192.0.2.9:5080", Assert.Single(registrar.Of("ana", now)).Contact.Uri.ToString());
        Assert.Empty(registrar.Of("ana", now + TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public void Is_one_telephone_however_its_address_is_written()
    {
        Answered(Register(1, "<sip:ana@HOST.example.com>"));
        Answered(Register(2, "<sip:%61na@host.example.com>"));
        Assert.Single(registrar.Of("ana", now));
    }

    [Fact]
    public void Takes_itself_away_alone_or_with_all_others()
    {
        Answered(Register(1, "<sip:ana@192.0.2.9>, <sip:ana@192.0.2.10>"));
        Answered(Register(2, "<sip:ana@192.0.2.9>;expires=0"));
        Assert.Single(registrar.Of("ana", now));
        Answered(Register(3, "*", 0));
        Assert.Empty(registrar.Of("ana", now));
    }

    [Fact]
    public void Is_refused_for_too_short_a_time_for_another_user_and_out_of_order()
    {
        Assert.Equal(423, Answered(Register(1, "<sip:ana@192.0.2.9>;expires=5")).Status);
        Assert.Equal(403, registrar.Register(Register(1, "<sip:ana@192.0.2.9>"), "ben", Side.Peer, "t", now).Status);
        Assert.Equal(400, Answered(Register(2, "*", 10)).Status);
        Answered(Register(9, "<sip:ana@192.0.2.9>"));
        Assert.Equal(500, Answered(Register(8, "<sip:ana@192.0.2.9>;expires=0")).Status);
        Assert.Single(registrar.Of("ana", now));
    }

    [Fact]
    public void Is_taken_with_addresses_of_other_kinds_too()
    {
        var request = (SipRequest)SipParser.Parse(Corpus.Bytes("sip-rfc4475/regescrt.dat")).Message!;
        Assert.Equal(200, registrar.Register(request, "user", Side.Peer, "t", now).Status);
        Assert.Equal("Route=%3Csip:sip.example.com%3E", registrar.Of("user", now)[0].Contact.SipUri!.Headers);
    }

    SipResponse Answered(SipRequest request) => registrar.Register(request, "ana", Side.Peer, "t", now);

    static SipRequest Register(int number, string contacts, int? expires = null)
    {
        var text = $"REGISTER sip:192.0.2.9 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK{number}\r\nFrom: <sip:ana@192.0.2.9>;tag=1\r\n"
            + $"To: <sip:ana@192.0.2.9>\r\nCall-ID: r1\r\nCSeq: {number} REGISTER\r\nContact: {contacts}\r\n"
            + (expires is null ? "" : $"Expires: {expires}\r\n") + "Content-Length: 0\r\n\r\n";
        return (SipRequest)SipParser.Parse(System.Text.Encoding.UTF8.GetBytes(text)).Message!;
    }
}
