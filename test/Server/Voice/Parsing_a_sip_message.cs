using System.Text.Json;
using Centrala.Server.Voice;

namespace Centrala.Server.Tests.Voice;

public class Parsing_a_sip_message
{
    const string Options =
        "OPTIONS sip:ana@example.com SIP/2.0\r\nv: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nf: <sip:b@example.com>;tag=1\r\n" +
        "t: <sip:ana@example.com>\r\ni: 1@example.com\r\nCSeq: 1 OPTIONS\r\n{0}l: 0\r\n\r\n";

    [Fact]
    public void Shows_what_was_understood()
    {
        var line = Judged(Options, "");
        Assert.Equal("accept", line.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("status").ValueKind);
        Assert.Equal("Via", line.GetProperty("message").GetProperty("headers")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("answer").ValueKind);
    }

    [Fact]
    public void Says_why_it_is_refused()
    {
        var line = Judged(Options, "Max-Forwards: 256\r\n");
        Assert.Equal("reject", line.GetProperty("verdict").GetString());
        Assert.Equal(400, line.GetProperty("status").GetInt32());
        Assert.Contains("Max-Forwards", line.GetProperty("reason").GetString());
    }

    [Fact]
    public void Says_what_a_telephone_would_answer() =>
        Assert.Equal(420, Judged(Options, "Require: telepathy\r\n").GetProperty("answer").GetProperty("status").GetInt32());

    static JsonElement Judged(string message, string with) =>
        JsonElement.Parse(ParseSip.Judge("a.sip", System.Text.Encoding.UTF8.GetBytes(message.Replace("{0}", with, StringComparison.Ordinal))));
}
