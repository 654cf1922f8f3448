using System.Net;
using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

/// <summary>Messages that were damaged on the way, or by somebody who means harm.</summary>
public class Damaged_messages
{
    const int Count = 100_000;

    static readonly DateTimeOffset start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    static readonly byte[][] good =
    [
        .. Corpus.Files("sip-rfc4475", "*.dat").Select(Corpus.Bytes), .. Corpus.Files("sip-rfc5118", "*.dat").Select(Corpus.Bytes),
        .. Corpus.Files("sip-callflows", "*.yaml").SelectMany(Corpus.Messages),
    ];

    /// <summary>What the parser accepts can be used, written and read again, and a user agent outlives all of it.</summary>
    [Fact]
    public void Neither_crash_nor_stop_a_user_agent_and_leave_no_trace()
    {
        var dice = new Random(1);
        var agent = new UserAgent(new("192.0.2.1:5060", Capabilities.Telephone, "Test"), SipTimes.Standard, () => $"t{dice.Next()}");
        var at = start;
        for (var i = 0; i < Count; i++)
        {
            var datagram = Damage(good[dice.Next(good.Length)], dice);
            ReadAgain(datagram, i);
            agent.Receive(datagram, new(SipTransport.Udp, new(IPAddress.Parse("192.0.2.9"), 5060)), at);
            while (agent.TryTake(out var told)) Act(agent, told, dice, at);
            agent.TimePassed(at += TimeSpan.FromMilliseconds(20));
        }
        for (var minute = 0; minute < 90; minute++)
        {
            agent.TimePassed(at += TimeSpan.FromMinutes(1));
            while (agent.TryTake(out _)) continue;
        }
        Assert.Equal(0, agent.Open);
    }

    [Fact]
    public void Of_media_are_read_or_refused()
    {
        var dice = new Random(2);
        var bodies = good.Select(one => SipParser.Parse(one).Message).Where(one => one is { HasSdp: true }).Select(one => one!.Body.ToArray()).ToList();
        for (var i = 0; i < Count; i++)
        {
            if (SdpParser.Parse(Damage(bodies[dice.Next(bodies.Count)], dice), out _) is not { } sdp) continue;
            AudioAgreement.Answer(sdp, new("-", 1, 1, "192.0.2.1"), 4000, [SdpCodec.Pcmu, SdpCodec.Pcma]);
            Assert.True(SdpParser.Parse(sdp.ToBytes(), out var problem) is not null, $"{i}: {problem}: {sdp}");
        }
    }

    static void ReadAgain(byte[] datagram, int number)
    {
        var (message, fault) = SipParser.Parse(datagram);
        if (fault is not null || message is null) return;
        var again = SipParser.Parse(SipWriter.Write(message));
        Assert.True(again.Fault is null, $"{number}: {again.Fault?.Reason}");
        Assert.Equal(message.CallId, again.Message!.CallId);
    }

    /// <summary>Takes every other call, and answers whatever else is asked.</summary>
    static void Act(UserAgent agent, CallEvent told, Random dice, DateTimeOffset at)
    {
        switch (told)
        {
            case CallArrived arrived when dice.Next(2) == 0:
                arrived.Call.Answer(TwoTelephones.Media(5000), at);
                break;
            case CallArrived arrived:
                arrived.Call.Refuse(486, at);
                break;
            case OfferArrived offered:
                offered.Call.AnswerOffer(dice.Next(2) == 0 ? TwoTelephones.Media(5000) : null, at);
                break;
            case Asked asked:
                agent.Respond(asked.Transaction, asked.Request.Answer(200, "t")!, at);
                break;
            default:
                break;
        }
    }

    static byte[] Damage(byte[] message, Random dice)
    {
        var bytes = message.ToList();
        for (var changes = dice.Next(1, 6); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = dice.Next(bytes.Count);
            switch (dice.Next(6))
            {
                case 0:
                    bytes[at] = (byte)dice.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << dice.Next(8));
                    break;
                case 2:
                    bytes.Insert(at, (byte)"\r\n:;,<>\"@%= \t\0[]/"[dice.Next(17)]);
                    break;
                case 3:
                    bytes.RemoveAt(at);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(dice.Next(20), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(0, Math.Min(bytes.Count, dice.Next(60))));
                    break;
            }
        }
        return [.. bytes];
    }
}
