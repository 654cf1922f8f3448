using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Centrala.Protocols.Sip;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class A_trunk(OpenVoice open, PostgresServer postgres)
{
    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Is_told_where_this_side_is_with_its_password()
    {
        Sipp.MustBeThere();
        var port = VoiceCentre.FreePort();
        var sipp = Sipp.Play(Registrar, $"-i 127.0.0.1 -m 1 -p {port}");
        await using var registering = await VoiceCentre.Start(postgres, $$"""
            [{ "name": "carrier", "sources": [], "peers": ["127.0.0.1:{{port}}"], "domain": "carrier.example",
                           "user": "centre", "password": "secret", "registers": true }]
            """);
        var (exit, said) = await sipp;
        Assert.True(exit == 0, said);
        await Testing.Until.True(async () => (await registering.Phones()).GetProperty("trunks")[0].GetProperty("isRegistered").GetBoolean());
    }

    [Fact]
    public async Task Sees_by_options_that_this_side_lives_and_a_stranger_sees_nothing()
    {
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
        using var carrier = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        await stranger.SendAsync(Options("UDP"), voice.At(), Cancel);
        await carrier.SendAsync(Options("UDP"), voice.At(), Cancel);
        var answer = Encoding.UTF8.GetString((await carrier.ReceiveAsync(Cancel)).Buffer);
        Assert.StartsWith("SIP/2.0 200", answer, StringComparison.Ordinal);
        Assert.Equal(0, stranger.Available);
    }

    [Fact]
    public async Task Is_answered_message_by_message_however_its_stream_is_cut()
    {
        using var client = new TcpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await client.ConnectAsync(voice.At(SipTransport.Tcp), Cancel);
        await AskTwice(client.GetStream());
    }

    [Fact]
    public async Task Speaks_over_tls()
    {
        using var client = new TcpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await client.ConnectAsync(voice.At(SipTransport.Tls), Cancel);
        await using var secure = new SslStream(client.GetStream(), false, (_, shown, _, _) => shown?.Subject == "CN=centre.example");
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "centre.example" }, Cancel);
        await AskTwice(secure);
    }

    /// <summary>Two requests in three pieces, with a keep-alive between them.</summary>
    static async Task AskTwice(Stream stream)
    {
        byte[] both = [.. Options("TCP"), .. "\r\n\r\n"u8, .. Options("TCP")];
        foreach (var piece in new[] { ..40, 40..^60, ^60.. }) await stream.WriteAsync(both.AsMemory()[piece], Cancel);
        var heard = new StringBuilder();
        var bytes = new byte[4096];
        await Testing.Until.True(async () =>
        {
            heard.Append(Encoding.UTF8.GetString(bytes, 0, await stream.ReadAsync(bytes, Cancel)));
            return heard.ToString().Split("SIP/2.0 200").Length == 3;
        });
    }

    static byte[] Options(string transport)
    {
        var id = Guid.NewGuid().ToString("n");
        return Encoding.UTF8.GetBytes(
            $"OPTIONS sip:centre@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/{transport} 127.0.0.1:9;branch=z9hG4bK{id};rport\r\n"
            + $"From: <sip:carrier@127.0.0.1>;tag={id}\r\nTo: <sip:centre@127.0.0.1>\r\nCall-ID: {id}\r\nCSeq: 1 OPTIONS\r\n"
            + "Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
    }

    const string Registrar = """
        <recv request="REGISTER"/>
        <send><![CDATA[

          SIP/2.0 401 Unauthorized
          [last_Via:]
          [last_From:]
          [last_To:];tag=[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          WWW-Authenticate: Digest realm="carrier.example", nonce="n0nce", algorithm=MD5, qop="auth"
          Content-Length: 0

        ]]></send>
        <recv request="REGISTER">
          <action>
            <verifyauth assign_to="right" username="centre" password="secret"/>
          </action>
        </recv>
        <nop hide="true" test="right" next="good"/>
        <send next="end"><![CDATA[

          SIP/2.0 403 Forbidden
          [last_Via:]
          [last_From:]
          [last_To:];tag=[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          Content-Length: 0

        ]]></send>
        <label id="good"/>
        <send><![CDATA[

          SIP/2.0 200 OK
          [last_Via:]
          [last_From:]
          [last_To:];tag=[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          [last_Contact:];expires=300
          Content-Length: 0

        ]]></send>
        <label id="end"/>
        """;
}
