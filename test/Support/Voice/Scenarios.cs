namespace Centrala.Testing.Voice;

/// <summary>What sipp plays: pieces of scenarios, and the whole ones that several tests use.</summary>
public static class Scenarios
{
    public const string Number = "+48225550100", Caller = "+48225550177";

    public const string Ack = """
        <send><![CDATA[

          ACK [next_url] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          [routes]
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          [last_To:]
          Call-ID: [call_id]
          CSeq: 1 ACK
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        """;

    public const string Ok = """
        <send><![CDATA[

          SIP/2.0 200 OK
          [last_Via:]
          [last_From:]
          [last_To:]
          [last_Call-ID:]
          [last_CSeq:]
          Content-Length: 0

        ]]></send>
        """;

    /// <summary>The caller hangs up.</summary>
    public const string CallerBye = """
        <send retrans="500"><![CDATA[

          BYE [next_url] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          [routes]
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          [last_To:]
          Call-ID: [call_id]
          CSeq: 2 BYE
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        <recv response="200"/>
        """;

    /// <summary>The phone hangs up.</summary>
    public const string PhoneBye = """
        <send retrans="500"><![CDATA[

          BYE [next_url] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:phone@[local_ip]:[local_port]>;tag=p[call_number]
          To: [$theirs]
          Call-ID: [call_id]
          CSeq: 1 BYE
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        <recv response="200"/>
        """;

    /// <summary>Waits until the other side hangs up.</summary>
    public const string Hears = $"""
        <recv request="BYE" timeout="90000"/>
        {Ok}
        """;

    /// <summary>The phone offers its sound anew.</summary>
    /// <param name="direction">sendonly: it puts the other side on hold.</param>
    public static string Change(int sound, string direction, int number) => $"""
        {Within("INVITE", number, $"Contact: <sip:phone@[local_ip]:[local_port]>\nContent-Type: application/sdp\n", Sdp(sound) + $"a={direction}\n")}
        <recv response="100" optional="true"/>
        <recv response="200"/>
        {Within("ACK", number, "", "")}
        """;

    /// <summary>The phone asks that the call be given to somebody else, and is let go.</summary>
    public static string Refer(string user) => $"""
        {Within("REFER", 1, $"Contact: <sip:phone@[local_ip]:[local_port]>\nRefer-To: <sip:{user}@centrala>\n", "")}
        <recv response="202"/>
        <label id="told"/>
        <recv request="NOTIFY" optional="true" next="answers" timeout="30000"/>
        <recv request="BYE" next="over" timeout="30000"/>
        <label id="answers"/>
        {Ok.Replace("<send>", "<send next=\"told\">", StringComparison.Ordinal)}
        <label id="over"/>
        {Ok}
        """;

    /// <summary>A call that its caller ends upon <see cref="Sipp.Nudge"/>, unless the other side does.</summary>
    public static string CallUntilNudged(int sound) => $"""
        {Invite(sound)}
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="200" rrs="true" timeout="30000">
          <action>
            <ereg regexp=".*" search_in="hdr" header="To:" assign_to="called"/>
          </action>
        </recv>
        {Ack}
        <recv request="BYE" optional="true" next="over" timeout="120000"/>
        <recv request="INFO" timeout="120000"/>
        {CallerBye.Replace("[last_To:]", "To: [$called]", StringComparison.Ordinal).Replace("\"200\"/>", "\"200\" next=\"end\"/>", StringComparison.Ordinal)}
        <label id="over"/>
        {Ok}
        <label id="end"/>
        """;

    /// <summary>Registers one phone a call; its name, and how it authenticates, are fields of a file.</summary>
    public static string RegisterFromFile => $"""
        {Register(1, "")}
        <recv response="401" auth="true"/>
        {Register(2, "\n[field1]")}
        <recv response="200"/>
        """;

    public static string Pause(int ms) => $"""<pause milliseconds="{ms}"/>""";

    /// <summary>The caller's INVITE.</summary>
    /// <param name="sound">The port of its sound.</param>
    public static string Invite(int sound, string number = Number) => $"""
        <send retrans="500"><![CDATA[

          INVITE sip:{number}@[remote_ip]:[remote_port] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:{Caller}@carrier.example>;tag=[call_number]
          To: <sip:{number}@[remote_ip]>
          Call-ID: [call_id]
          CSeq: 1 INVITE
          Contact: <sip:carrier@[local_ip]:[local_port]>
          Max-Forwards: 70
          Content-Type: application/sdp
          Content-Length: [len]

          v=0
          o=carrier 1 1 IN IP4 [local_ip]
          s=-
          c=IN IP4 [local_ip]
          t=0 0
          m=audio {sound} RTP/AVP 8 101
          a=rtpmap:8 PCMA/8000
          a=rtpmap:101 telephone-event/8000

        ]]></send>
        """;

    /// <summary>A call that is answered, up to its ACK.</summary>
    public static string Call(int sound, string number = Number) => $"""
        {Invite(sound, number)}
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="200" rrs="true" timeout="30000"/>
        {Ack}
        """;

    /// <summary>A phone that rings and is picked up.</summary>
    public static string PickUp(int sound) => $"""
        <recv request="INVITE" timeout="30000" rrs="true">
          <action>
            <ereg regexp=".*" search_in="hdr" header="From:" assign_to="theirs"/>
          </action>
        </recv>
        {Response("180 Ringing", "", "")}
        {Response("200 OK", "Contact: <sip:phone@[local_ip]:[local_port]>\nContent-Type: application/sdp\n", Sdp(sound))}
        <recv request="ACK"/>
        <Reference variables="theirs"/>
        """;

    /// <summary>A phone that does not take the call.</summary>
    public const string Busy = """
        <recv request="INVITE" timeout="30000"/>
        <send><![CDATA[

          SIP/2.0 486 Busy Here
          [last_Via:]
          [last_From:]
          [last_To:];tag=p[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          Content-Length: 0

        ]]></send>
        <recv request="ACK"/>
        """;

    static string Register(int number, string authorization) => $"""
        <send retrans="500"><![CDATA[

          REGISTER sip:centrala SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:[field0]@centrala>;tag=[call_number]
          To: <sip:[field0]@centrala>
          Call-ID: [call_id]
          CSeq: {number} REGISTER
          Contact: <sip:[field0]@[local_ip]:[local_port]>
          Max-Forwards: 70
          Expires: 3600{authorization}
          Content-Length: 0

        ]]></send>
        """;

    static string Within(string method, int number, string headers, string body) => $"""
        <send><![CDATA[

        {method} [next_url] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        From: <sip:phone@[local_ip]:[local_port]>;tag=p[call_number]
        To: [$theirs]
        Call-ID: [call_id]
        CSeq: {number} {method}
        Max-Forwards: 70
        {headers}Content-Length: [len]

        {body}
        ]]></send>
        """;

    static string Response(string status, string headers, string body) => $"""
        <send><![CDATA[

        SIP/2.0 {status}
        [last_Via:]
        [last_From:]
        [last_To:];tag=p[call_number]
        [last_Call-ID:]
        [last_CSeq:]
        {headers}Content-Length: [len]

        {body}
        ]]></send>
        """;

    static string Sdp(int sound) => string.Join('\n',
        "v=0", "o=phone 1 1 IN IP4 [local_ip]", "s=-", "c=IN IP4 [local_ip]", "t=0 0", $"m=audio {sound} RTP/AVP 8 101",
        "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000", "");
}
