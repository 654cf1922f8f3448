using System.Net;
using Centrala.Protocols.Sip;

namespace Centrala.Protocols.Tests.Sip;

/// <summary>Two user agents with a wire between them, on which a test may lose datagrams.</summary>
sealed class TwoTelephones
{
    static readonly Hop toAna = new(SipTransport.Udp, new(IPAddress.Parse("192.0.2.1"), 5060));
    static readonly Hop toBen = new(SipTransport.Udp, new(IPAddress.Parse("192.0.2.9"), 5060));
    static readonly TimeSpan delay = TimeSpan.FromMilliseconds(10);

    readonly Queue<(DateTimeOffset Due, ReadOnlyMemory<byte> Datagram, bool ToAna)> wire = new();
    int tokens;

    public TwoTelephones(TimeSpan? interval = null)
    {
        Ana = Telephone("192.0.2.1:5060", interval);
        Ben = Telephone("192.0.2.9:5060", interval);
    }

    public UserAgent Ana { get; }

    public UserAgent Ben { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public List<CallEvent> ToldAna { get; } = [];

    public List<CallEvent> ToldBen { get; } = [];

    /// <summary>What went over the wire: the first word or the status of each message, lost ones too.</summary>
    public List<string> Said { get; } = [];

    public Func<bool> Loses { get; set; } = () => false;

    /// <summary>What a test does with an event as soon as it comes.</summary>
    public Action<CallEvent> BenDoes { get; set; } = _ => { };

    public static Sdp Media(int port, SdpDirection direction = SdpDirection.SendReceive) =>
        AudioAgreement.Offer(new("-", 1, 1, "192.0.2.1"), port, [SdpCodec.Pcmu, SdpCodec.Pcma], direction);

    public Call AnaCalls(DigestAccount? account = null, bool offers = true)
    {
        var from = new NameAddress("Ana", AddressUri.Parse("sip:ana@192.0.2.1"), Parameters.None);
        var call = Ana.Place(new(AddressUri.Parse("sip:ben@192.0.2.9"), from, toBen, offers ? Media(4000) : null, account), Now);
        Drain();
        return call;
    }

    /// <summary>A call that Ben has taken at once.</summary>
    public (Call OfAna, Call OfBen) Talking()
    {
        var call = AnaCalls();
        Pass(TimeSpan.FromMilliseconds(100));
        var taken = BenTakes();
        Pass(TimeSpan.FromMilliseconds(100));
        return (call, taken);
    }

    public Call BenTakes()
    {
        var call = Arrived;
        Act(() => call.Answer(Media(5000), Now));
        return call;
    }

    public Call Arrived => ToldBen.OfType<CallArrived>().Last().Call;

    public void Act(Action act)
    {
        act();
        Drain();
    }

    /// <summary>Lets time go by, deadline by deadline and datagram by datagram.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        while (Next is { } next && next <= until)
        {
            if (next > Now) Now = next;
            while (wire.TryPeek(out var first) && first.Due <= Now) Deliver(wire.Dequeue());
            Ana.TimePassed(Now);
            Ben.TimePassed(Now);
            Drain();
        }
        Now = until;
    }

    public void SendToBen(byte[] datagram)
    {
        Ben.Receive(datagram, toAna, Now);
        Drain();
    }

    DateTimeOffset? Next => new[] { wire.TryPeek(out var first) ? first.Due : null, Ana.NextDeadline, Ben.NextDeadline }.Min();

    UserAgent Telephone(string sentBy, TimeSpan? interval) => new(
        new(sentBy, Capabilities.Telephone, "Test") { SessionInterval = interval ?? TimeSpan.FromMinutes(30) }, SipTimes.Standard, () => $"t{++tokens}");

    void Deliver((DateTimeOffset Due, ReadOnlyMemory<byte> Datagram, bool ToAna) one)
    {
        if (one.ToAna) Ana.Receive(one.Datagram.Span, toBen, Now);
        else Ben.Receive(one.Datagram.Span, toAna, Now);
        Drain();
    }

    void Drain()
    {
        bool moved;
        do
        {
            moved = false;
            while (Ana.TryTake(out var told))
            {
                Take(told, ToldAna, toAna: false);
                moved = true;
            }
            while (Ben.TryTake(out var told))
            {
                Take(told, ToldBen, toAna: true);
                if (told is not Transmit) BenDoes(told);
                moved = true;
            }
        }
        while (moved);
    }

    void Take(CallEvent told, List<CallEvent> to, bool toAna)
    {
        if (told is not Transmit sent)
        {
            to.Add(told);
            return;
        }
        var message = SipParser.Parse(sent.Datagram.Span).Message!;
        Said.Add(message is SipRequest request ? request.Method : $"{((SipResponse)message).Status}");
        if (!Loses()) wire.Enqueue((Now + delay, sent.Datagram, toAna));
    }
}
