using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class The_torture_messages
{
    public static TheoryData<string, string, string> Of4475()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in Corpus.Lines("sip-rfc4475/expected.csv").Skip(1))
            if (line.Split(',', 4) is [_, var file, var verdict, var agent]) rows.Add(file, verdict, agent.Trim('"'));
        return rows;
    }

    [Fact]
    public void Are_forty_nine() => Assert.Equal(49, Of4475().Count);

    [Theory, MemberData(nameof(Of4475))]
    public void Of_RFC_4475_are_taken_or_refused_as_it_says(string file, string verdict, string agent)
    {
        var parsed = SipParser.Parse(Corpus.Bytes($"sip-rfc4475/{file}"));
        if (verdict == "accept") Assert.Null(parsed.Fault);
        if (verdict != "reject") return;
        Assert.NotNull(parsed.Fault);
        Assert.Contains(parsed.Fault.Status?.ToString() ?? "dropped", agent);
    }

    [Theory, MemberData(nameof(Of4475))]
    public void Of_RFC_4475_are_answered_by_a_user_agent_as_it_says(string file, string verdict, string agent)
    {
        var parsed = SipParser.Parse(Corpus.Bytes($"sip-rfc4475/{file}"));
        if (parsed.Message is not SipRequest request || parsed.Fault is not null)
        {
            Assert.True(verdict == "reject" || parsed.Message is SipResponse);
            return;
        }
        var refused = Admission.Refuse(request, Capabilities.Telephone, "tag")?.Status;
        if (refused is null) Assert.False(char.IsDigit(agent[0]) && !agent.StartsWith("401", StringComparison.Ordinal), agent);
        else Assert.Contains(refused.Value.ToString(), agent);
    }

    [Fact]
    public void Name_what_is_not_supported_and_what_is()
    {
        Assert.Equal("nothingSupportsThis, nothingSupportsThisEither", Refused("bext01").Headers["Unsupported"]);
        Assert.Contains("application/sdp", Refused("invut").Headers["Accept"]);
        Assert.Null(Refused("intmeth").Headers["Allow"]);
    }

    [Fact]
    public void With_a_first_line_that_is_none_are_dropped() =>
        Assert.Null(SipParser.Parse(Corpus.Bytes("sip-rfc4475/test.dat")).Message);

    public static TheoryData<string> Of5118() => [.. Corpus.Files("sip-rfc5118", "*.dat")];

    [Theory, MemberData(nameof(Of5118))]
    public void Of_RFC_5118_are_taken_but_for_an_address_without_brackets(string file)
    {
        var parsed = SipParser.Parse(Corpus.Bytes(file));
        Assert.Equal(file.Contains("no-brackets", StringComparison.Ordinal) ? 400 : null, parsed.Fault?.Status);
        if (parsed.Fault is null && parsed.Message!.HasSdp) Assert.NotNull(SdpParser.Parse(parsed.Message.Body.Span, out _));
    }

    [Fact]
    public void Do_not_keep_good_flows_out()
    {
        var refused =
            from file in Corpus.Files("sip-callflows", "*.yaml")
            from message in Corpus.Messages(file).Select((bytes, index) => (bytes, index))
            let fault = SipParser.Parse(message.bytes).Fault
            where fault is not null
            select $"{file} {message.index}: {fault.Reason}";
        Assert.True(!refused.Any(), string.Join("\n", refused));
    }

    static SipResponse Refused(string name) => Admission.Refuse(
        (SipRequest)SipParser.Parse(Corpus.Bytes($"sip-rfc4475/{name}.dat")).Message!, Capabilities.Telephone, "tag")!;
}
