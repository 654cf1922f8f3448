using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Demo;

/// <summary>
/// One invented customer who calls over SIP and RTP, as a carrier would put him through: chooses his language by a key, waits,
/// talks when somebody has answered, and hangs up when he is done or tired of waiting.
/// </summary>
/// <param name="own">The address that he calls from: one of the demo's trunk.</param>
sealed class SimulatedCaller(IPEndPoint telephone, IPAddress own, CompanyNumbers.Number number, Dialogue dialogue, TimeProvider time)
{
    const int FrameMs = 20, AfterSpeech = 70, AfterSilence = 600, BeforeGoodbye = 150;

    static readonly TimeSpan longest = TimeSpan.FromMinutes(10);

    readonly CallersSound sound = new(own);
    readonly TimeSpan patience = Pace.Between(60, 180);
    readonly List<short[]> lines = [];
    Call? call;
    bool isOver;
    int frames, nextLine, answeredAt;

    /// <summary>Frames for which he stays after the end: what the other side repeats wants an answer.</summary>
    int lingers = 25;

    /// <summary>An agent has the call: from now on the caller talks.</summary>
    public bool HasAgent { get; set; }

    /// <summary>Lives the call to its end.</summary>
    public async Task Live(CancellationToken cancel)
    {
        using var owned = sound;
        foreach (var line in dialogue.CustomerLines) lines.Add(await CallersVoice.Say(dialogue.Language, line, cancel));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        socket.Bind(new IPEndPoint(own, 0));
        var agent = new UserAgent(new(socket.LocalEndPoint!.ToString()!, Capabilities.Telephone, "caller"), SipTimes.Standard, NewToken);
        Place(agent, (IPEndPoint)socket.LocalEndPoint);
        var start = time.GetTimestamp();
        using var frame = new PeriodicTimer(TimeSpan.FromMilliseconds(FrameMs), time);
        while (lingers > 0 && time.GetElapsedTime(start) < longest)
        {
            Exchange(agent, socket);
            if (isOver) lingers--;
            else Act(cancel.IsCancellationRequested || (!HasAgent && time.GetElapsedTime(start) > patience));
            await frame.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    void Place(UserAgent agent, IPEndPoint from)
    {
        var hop = new Hop(SipTransport.Udp, telephone);
        var offer = AudioAgreement.Offer(new("caller", 1, 1, own.ToString()), sound.Port, CallersSound.Codecs);
        // Of the range that Ofcom keeps for drama, as the company's own numbers are.
        var shown = $"+44163296{RandomNumberGenerator.GetInt32(500, 1000):0000}";
        call = agent.Place(new(AddressUri.Parse($"sip:{number.Digits}@{telephone}"), new(null, AddressUri.Parse($"sip:{shown}@{from}"), Parameters.None),
            hop, offer), time.GetUtcNow());
    }

    void Exchange(UserAgent agent, Socket socket)
    {
        var at = time.GetUtcNow();
        var bytes = new byte[SipParser.MessageBytesMax];
        while (socket.Available > 0)
        {
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            var length = socket.ReceiveFrom(bytes, ref from);
            agent.Receive(bytes.AsSpan(0, length), new(SipTransport.Udp, (IPEndPoint)from), at);
        }
        agent.TimePassed(at);
        while (agent.TryTake(out var told))
        {
            if (told is Transmit transmit) socket.SendTo(transmit.Datagram.Span, transmit.To.Remote);
            else Hear(told, at);
        }
    }

    void Hear(CallEvent told, DateTimeOffset at)
    {
        switch (told)
        {
            case CallAnswered answered:
                sound.Agreed = answered.Answer is { } answer ? AudioAgreement.Read(answer, CallersSound.Codecs) : null;
                answeredAt = frames;
                // Where nothing is said before, it is a person who answers.
                HasAgent |= number.PlanId is null;
                break;
            case OfferArrived change:
                change.Call.AnswerOffer(change.Offer is { } offer ? Answer(offer) : null, at);
                break;
            case CallEnded:
                isOver = true;
                break;
            default:
                break;
        }
    }

    Sdp? Answer(Sdp offer)
    {
        if (AudioAgreement.Answer(offer, new("caller", 1, 2, own.ToString()), sound.Port, CallersSound.Codecs) is not var (answer, agreed))
            return null;
        sound.Agreed = agreed;
        return answer;
    }

    void Act(bool givesUp)
    {
        frames++;
        if (givesUp)
        {
            call!.HangUp(time.GetUtcNow());
            return;
        }
        if (sound.Agreed is null) return;
        if (number.KeyOf(dialogue.Language) is { } key && frames == answeredAt + AfterSpeech * 2) sound.Press(key);
        if (HasAgent && !sound.IsSpeaking) Talk();
        sound.Tick();
    }

    /// <summary>Says the next line when the agent has spoken and is quiet again, or says nothing for long; hangs up after the last.</summary>
    void Talk()
    {
        var quiet = sound.QuietFrames;
        if (nextLine == lines.Count && quiet > BeforeGoodbye) call!.HangUp(time.GetUtcNow());
        else if (nextLine < lines.Count && (nextLine == 0 || quiet is AfterSpeech or > AfterSilence)) sound.Say(lines[nextLine++]);
    }

    static string NewToken() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
