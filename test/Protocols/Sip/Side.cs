using System.Net;
using Centrala.Protocols.Sip;

namespace Centrala.Protocols.Tests.Sip;

/// <summary>One end of a conversation: its transactions, a clock that the test turns, and what came out.</summary>
sealed class Side
{
    public static readonly Hop Peer = new(SipTransport.Udp, new(IPAddress.Parse("192.0.2.9"), 5080));

    readonly Hop hop;
    int tokens;

    public Side(Hop? hop = null)
    {
        this.hop = hop ?? Peer;
        Layer = new(SipTimes.Standard, () => $"t{++tokens}");
    }

    public Transactions Layer { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When each message went out, in milliseconds since the start, with its first word or its status.</summary>
    public List<(int Ms, string What)> Sent { get; } = [];

    public List<SipMessage> Messages { get; } = [];

    public List<TransactionEvent> Told { get; } = [];

    DateTimeOffset Start { get; } = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public ClientTransaction Send(string method, string callId = "c1")
    {
        var client = Layer.Request(Request(method, callId), hop, "192.0.2.1:5060", Now);
        Drain();
        return client;
    }

    public static SipRequest Request(string method, string callId = "c1", int number = 1)
    {
        var request = new SipRequest(method, AddressUri.Parse("sip:ana@192.0.2.9:5080"));
        request.Headers.Add("From", new NameAddress(AddressUri.Parse("sip:b@192.0.2.1")).WithTag("f1"))
            .Add("To", new NameAddress(AddressUri.Parse("sip:ana@192.0.2.9"))).Add("Call-ID", callId)
            .Add("CSeq", new CSeq(number, method)).Add("Max-Forwards", "70");
        return request;
    }

    /// <summary>The request as it comes over the wire, of this branch.</summary>
    public void Receive(string method, string branch = "z9hG4bKpeer")
    {
        var request = Request(method);
        var with = new SipRequest(method, request.Uri);
        with.Headers.Add("Via", $"SIP/2.0/UDP 192.0.2.9:5080;branch={branch};rport");
        foreach (var one in request.Headers) with.Headers.Add(one);
        Receive(SipWriter.Write(with));
    }

    public void Answer(int status, ClientTransaction to, string tag = "x1") =>
        Receive(SipWriter.Write(to.Request.Answer(status, tag)!));

    public void Receive(byte[] datagram)
    {
        Layer.Receive(datagram, hop, Now);
        Drain();
    }

    public void Respond(ServerTransaction to, int status)
    {
        Layer.Respond(to, to.Request.Answer(status, "x1")!, Now);
        Drain();
    }

    public ServerTransaction Arrived => Told.OfType<RequestArrived>().Last().Transaction;

    /// <summary>Goes from deadline to deadline.</summary>
    public void Wait(TimeSpan time)
    {
        var until = Now + time;
        while (Layer.NextDeadline is { } next && next <= until)
        {
            Now = next;
            Layer.TimePassed(Now);
            Drain();
        }
        Now = until;
    }

    void Drain()
    {
        while (Layer.TryTake(out var one))
        {
            if (one is not Outgoing sent)
            {
                Told.Add(one);
                continue;
            }
            var message = SipParser.Parse(sent.Datagram.Span).Message!;
            Messages.Add(message);
            Sent.Add(((int)(Now - Start).TotalMilliseconds, message is SipRequest request ? request.Method : $"{((SipResponse)message).Status}"));
        }
    }
}
