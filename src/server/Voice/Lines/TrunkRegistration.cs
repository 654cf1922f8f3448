using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>Tells a carrier where this side is, again and again (RFC 3261, section 10); another of its peers when one fails.</summary>
sealed class TrunkRegistration(TrunkSettings trunk, SipLine line, ILogger log)
{
    const int SecondsAsked = 300;

    static readonly TimeSpan afterFailure = TimeSpan.FromSeconds(10);

    readonly string callId = line.Agent.NewToken();
    DateTimeOffset? due = DateTimeOffset.MinValue;
    ClientTransaction? asking;
    bool isChallenged;
    long number;
    int peer;

    public string Name => trunk.Name;

    public bool IsRegistered { get; private set; }

    public void TimePassed(DateTimeOffset at)
    {
        if (!(due <= at)) return;
        due = null;
        isChallenged = false;
        Send(Request(), at);
    }

    /// <returns>Whether the answer was this registration's.</returns>
    public bool Take(AnswerArrived answer, DateTimeOffset at)
    {
        if (answer.Transaction != asking) return false;
        asking = null;
        if (answer.Status is 401 or 407 && !isChallenged && Credentials(answer) is { } credentials)
        {
            isChallenged = true;
            var again = Request();
            again.Headers.Add(credentials);
            Send(again, at);
        }
        else if (answer.Response is { IsSuccess: true } accepted) Accept(accepted, at);
        else Fail(answer.Status, at);
        return true;
    }

    /// <summary>Good until four fifths of the time are over that the carrier gave.</summary>
    void Accept(SipResponse accepted, DateTimeOffset at)
    {
        var given = long.TryParse(accepted.Contact?.Parameters["expires"], out var own) ? own
            : accepted.Headers.Number("Expires") ?? SecondsAsked;
        due = at + TimeSpan.FromSeconds(Math.Clamp(given, 10, 86_400) * 0.8);
        if (!IsRegistered) VoiceLog.TrunkRegistered(log, trunk.Name);
        IsRegistered = true;
    }

    void Fail(int status, DateTimeOffset at)
    {
        (IsRegistered, due) = (false, at + afterFailure);
        peer = (peer + 1) % trunk.Peers.Count;
        VoiceLog.TrunkRefused(log, trunk.Name, status);
    }

    Header? Credentials(AnswerArrived answer) =>
        DigestAnswer.To(answer.Response!, answer.Transaction.Request, trunk.Account!, line.Agent.NewToken());

    void Send(SipRequest request, DateTimeOffset at) => asking = line.Agent.Ask(request, To, at);

    Hop To => new(trunk.Transport, trunk.Peers[peer]);

    SipRequest Request()
    {
        var self = new NameAddress(new SipUri(trunk.User, trunk.Domain!));
        var contact = (SipUri)line.Agent.Settings.Contact(To) with { User = trunk.User };
        var request = new SipRequest("REGISTER", new SipUri(null, trunk.Domain!));
        request.Headers.Add("From", self.WithTag(line.Agent.NewToken())).Add("To", self).Add("Call-ID", callId)
            .Add("CSeq", new CSeq(++number, "REGISTER")).Add("Max-Forwards", "70").Add("Contact", new NameAddress(contact))
            .Add("Expires", new Seconds(SecondsAsked, Parameters.None)).Add("User-Agent", line.Agent.Settings.Product);
        return request;
    }
}
