using System.Diagnostics;

namespace Centrala.Bench.Voice;

/// <summary>Debian's sipp as carrier and as phones.</summary>
static class SippScenarios
{
    public const string Program = "/usr/bin/sipp";

    public const string Register = """
        <send retrans="500"><![CDATA[

          REGISTER sip:centrala SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:[field0]@centrala>;tag=[call_number]
          To: <sip:[field0]@centrala>
          Call-ID: [call_id]
          CSeq: 1 REGISTER
          Contact: <sip:[field0]@[local_ip]:[local_port]>
          Max-Forwards: 70
          Expires: 3600
          Content-Length: 0

        ]]></send>
        <recv response="401" auth="true"/>
        <send retrans="500"><![CDATA[

          REGISTER sip:centrala SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:[field0]@centrala>;tag=[call_number]
          To: <sip:[field0]@centrala>
          Call-ID: [call_id]
          CSeq: 2 REGISTER
          Contact: <sip:[field0]@[local_ip]:[local_port]>
          Max-Forwards: 70
          Expires: 3600
          [field1]
          Content-Length: 0

        ]]></send>
        <recv response="200"/>
        """;

    public static string Call(string number, int sound) => $"""
        <send retrans="500"><![CDATA[

          INVITE sip:{number}@[remote_ip]:[remote_port] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
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
          m=audio {sound} RTP/AVP 8

        ]]></send>
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="200" rrs="true"/>
        <send><![CDATA[

          ACK [next_url] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          [last_To:]
          Call-ID: [call_id]
          CSeq: 1 ACK
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        <pause milliseconds="500"/>
        <send retrans="500"><![CDATA[

          BYE [next_url] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          [last_To:]
          Call-ID: [call_id]
          CSeq: 2 BYE
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        <recv response="200"/>
        """;

    public static string PickUp(int sound) => $"""
        <recv request="INVITE" rrs="true"/>
        <send><![CDATA[

          SIP/2.0 180 Ringing
          [last_Via:]
          [last_From:]
          [last_To:];tag=p[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          Content-Length: 0

        ]]></send>
        <send retrans="500"><![CDATA[

          SIP/2.0 200 OK
          [last_Via:]
          [last_From:]
          [last_To:];tag=p[call_number]
          [last_Call-ID:]
          [last_CSeq:]
          Contact: <sip:phone@[local_ip]:[local_port]>
          Content-Type: application/sdp
          Content-Length: [len]

          v=0
          o=phone 1 1 IN IP4 [local_ip]
          s=-
          c=IN IP4 [local_ip]
          t=0 0
          m=audio {sound} RTP/AVP 8

        ]]></send>
        <recv request="ACK"/>
        <recv request="BYE"/>
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

    /// <summary>Plays a scenario to its end.</summary>
    /// <returns>What sipp says at its end.</returns>
    public static async Task<string> Run(string scenario, string arguments)
    {
        using var sipp = Start(scenario, arguments);
        var (output, errors) = (sipp.StandardOutput.ReadToEndAsync(), sipp.StandardError.ReadToEndAsync());
        await sipp.WaitForExitAsync();
        return await output + await errors;
    }

    /// <summary>Plays a scenario until it is killed.</summary>
    public static Process Start(string scenario, string arguments)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"bench\">\n{scenario}\n</scenario>\n");
        return Process.Start(new ProcessStartInfo(Program, $"-sf {file} -nostdin {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["TERM"] = "dumb" },
        })!;
    }
}
