using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

/// <summary>Debian's sipp, where it is installed (package sip-tester).</summary>
public class Sipp
{
    const string Program = "/usr/bin/sipp";
    const int Calls = 20;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Calls_is_answered_and_hangs_up()
    {
        Assert.SkipUnless(File.Exists(Program), "sipp is not installed.");
        using var ended = new CountdownEvent(Calls);
        using var telephone = new UdpTelephone((self, told) =>
        {
            if (told is CallArrived arrived)
            {
                arrived.Call.Ring(180, null, self.Now);
                arrived.Call.Answer(Answer(arrived.Offer!), self.Now);
            }
            if (told is CallEnded { Why: CallEnd.Theirs }) ended.Signal();
        });
        var (exit, said) = await Run($"-sn uac -i 127.0.0.1 -m {Calls} -r {Calls} -d 100 -nostdin 127.0.0.1:{telephone.Port}");
        Assert.True(exit == 0, said);
        Assert.True(ended.Wait(patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answers_is_acknowledged_and_hung_up_on()
    {
        Assert.SkipUnless(File.Exists(Program), "sipp is not installed.");
        var port = FreePort();
        using var ended = new CountdownEvent(Calls);
        using var telephone = new UdpTelephone((self, told) =>
        {
            if (told is CallAnswered { Answer: not null } answered) answered.Call.HangUp(self.Now);
            if (told is CallEnded { Why: CallEnd.Ours }) ended.Signal();
        });
        var sipp = Run($"-sn uas -i 127.0.0.1 -p {port} -m {Calls} -nostdin");
        for (var i = 0; i < Calls; i++) telephone.Do(() => telephone.Agent.Place(Order(telephone.Port, port), telephone.Now));
        var (exit, said) = await sipp;
        Assert.True(exit == 0, said);
        Assert.True(ended.Wait(patience, TestContext.Current.CancellationToken));
    }

    static Sdp Answer(Sdp offer) =>
        AudioAgreement.Answer(offer, new("-", 1, 1, "127.0.0.1"), 4000, [SdpCodec.Pcmu, SdpCodec.Pcma])!.Value.Answer;

    static CallOrder Order(int own, int peer) => new(
        AddressUri.Parse($"sip:service@127.0.0.1:{peer}"), new(AddressUri.Parse($"sip:test@127.0.0.1:{own}")),
        new(SipTransport.Udp, new(IPAddress.Loopback, peer)), AudioAgreement.Offer(new("-", 1, 1, "127.0.0.1"), 4000, [SdpCodec.Pcmu]));

    static async Task<(int Exit, string Said)> Run(string arguments)
    {
        using var sipp = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["TERM"] = "dumb" },
        })!;
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            var (output, errors) = (sipp.StandardOutput.ReadToEndAsync(deadline.Token), sipp.StandardError.ReadToEndAsync(deadline.Token));
            await sipp.WaitForExitAsync(deadline.Token);
            return (sipp.ExitCode, await output + await errors);
        }
        finally
        {
            if (!sipp.HasExited) sipp.Kill();
        }
    }

    static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
