namespace Centrala.Protocols.Sip;

/// <summary>A call that we make: challenges, forks, reliable ringing, and a CANCEL that crosses an answer.</summary>
public sealed partial class Call
{
    readonly Dictionary<string, Dialog> earlyDialogs = [];
    readonly Dictionary<string, Transmit> acks = [];
    readonly Dictionary<string, long> reliableSeen = [];
    CallOrder? order;
    SipRequest? callerInvite;
    ClientTransaction? inviting;
    bool isCancelled, isChallenged;
    DateTimeOffset? cancelDue;

    /// <summary>The peer has said that it works on our INVITE; false before, and once there is a final answer.</summary>
    public bool IsProceeding => inviting is { IsProceeding: true };

    internal void Invite(CallOrder given, DateTimeOffset at)
    {
        (stage, order, localSdp, isTranslated) = (Stage.Calling, given, given.Offer, given.IsTranslated);
        var request = new SipRequest("INVITE", given.To);
        localTag = agent.NewToken();
        request.Headers.Add("From", given.From.WithTag(localTag)).Add("To", new NameAddress(given.To))
            .Add("Call-ID", agent.NewToken()).Add("CSeq", new CSeq(1, "INVITE")).Add("Max-Forwards", "70");
        AskForInterval(Signed(request));
        foreach (var header in given.Headers ?? []) request.Headers.Add(header);
        if (given.Offer is not null) request.SetBody(MediaType.Sdp, given.Offer.ToBytes());
        Send(callerInvite = request, given.Via, at);
    }

    void Send(SipRequest invite, Hop to, DateTimeOffset at) => inviting = agent.Ask(this, invite, to, at);

    /// <summary>A response to anything that this call asked.</summary>
    internal void TakeAnswer(ClientTransaction transaction, int status, SipResponse? response, DateTimeOffset at)
    {
        if (transaction != inviting)
        {
            TakeAnswerWithin(transaction, status, response, at);
            return;
        }
        if (response is { IsProvisional: true }) TakeRinging(response, at);
        else if (response is { IsSuccess: true }) TakeSuccess(response, at);
        else if (stage is Stage.Calling && !TriesAgain(status, response, at)) End(isCancelled ? CallEnd.Ours : CallEnd.Refused, status);
    }

    void CancelOwn(DateTimeOffset at)
    {
        if (isCancelled) return;
        isCancelled = true;
        // Before any response a CANCEL might overtake its INVITE; TakeRinging sends it then.
        if (inviting!.IsProceeding) SendCancel(at);
    }

    void SendCancel(DateTimeOffset at)
    {
        agent.Transactions.Cancel(inviting!, at);
        cancelDue = at + agent.Times.GiveUp;
    }

    void TakeRinging(SipResponse response, DateTimeOffset at)
    {
        if (stage is not Stage.Calling) return;
        if (isCancelled && cancelDue is null) SendCancel(at);
        if (response.To.Tag is not { } tag || response.Status == 100) return;
        var early = EarlyDialog(tag, response);
        if (response.Headers.Lists("Require", "100rel") && !TakesReliable(early, tag, response, at)) return;
        agent.Tell(new CallRinging(this, response.Status, SdpOf(response)));
    }

    Dialog EarlyDialog(string tag, SipResponse response)
    {
        if (earlyDialogs.TryGetValue(tag, out var early)) return early;
        early = earlyDialogs[tag] = Dialog.Calling(callerInvite!, response);
        agent.Enter(early, this);
        return early;
    }

    /// <summary>Acknowledges a reliable provisional response in its order.</summary>
    /// <returns>Whether it is new; one out of order stays without PRACK and so comes again.</returns>
    bool TakesReliable(Dialog early, string tag, SipResponse response, DateTimeOffset at)
    {
        if (response.Headers.Number("RSeq") is not { } number) return false;
        var isFirst = !reliableSeen.TryGetValue(tag, out var last);
        if (!isFirst && number != last + 1) return false;
        reliableSeen[tag] = number;
        var prack = Signed(early.Request("PRACK"));
        prack.Headers.Add("RAck", new ResponseAcknowledged(number, callerInvite!.CSeq));
        agent.Ask(this, prack, NextHop.Of(early, heard, isTranslated), at);
        return true;
    }

    void TakeSuccess(SipResponse response, DateTimeOffset at)
    {
        var tag = response.To.Tag ?? "";
        if (acks.TryGetValue(tag, out var ack))
        {
            agent.Tell(ack);
            return;
        }
        var confirmed = earlyDialogs.TryGetValue(tag, out var early) ? early : Dialog.Calling(callerInvite!, response);
        confirmed.Confirm(response);
        SendAck(confirmed, tag, response.CSeq.Number);
        if (stage is not Stage.Calling) ByeTo(confirmed, at);
        else if (isCancelled) EndCrossed(confirmed, at);
        else Begin(confirmed, response, at);
    }

    void Begin(Dialog confirmed, SipResponse response, DateTimeOffset at)
    {
        stage = Stage.On;
        foreach (var other in earlyDialogs.Values) agent.Leave(other);
        earlyDialogs.Clear();
        Enter(confirmed);
        LearnInterval(response);
        StartSession(at);
        agent.Tell(new CallAnswered(this, SdpOf(response)));
    }

    /// <summary>The answer crossed our CANCEL: the call is on, so it is ended as one (RFC 3261 9.1).</summary>
    void EndCrossed(Dialog confirmed, DateTimeOffset at)
    {
        ByeTo(confirmed, at);
        End(CallEnd.Ours, 0);
    }

    void ByeTo(Dialog other, DateTimeOffset at)
    {
        var bye = other.Request("BYE");
        bye.Headers.Add("User-Agent", agent.Settings.Product);
        agent.Ask(this, bye, NextHop.Of(other, heard, isTranslated), at);
    }

    void SendAck(Dialog to, string tag, long number)
    {
        var hop = NextHop.Of(to, heard, isTranslated);
        acks[tag] = new(agent.Transactions.Acknowledge(to.Acknowledge(number), hop, agent.Settings.SentByOver(hop)), hop);
    }

    /// <summary>Once with a password, and once with the interval that the peer wants.</summary>
    bool TriesAgain(int status, SipResponse? response, DateTimeOffset at)
    {
        if (response is null || isCancelled) return false;
        var again = new SipRequest("INVITE", callerInvite!.Uri) { Body = callerInvite.Body };
        foreach (var header in callerInvite.Headers) again.Headers.Add(header);
        if (status is 401 or 407)
        {
            if (isChallenged || order!.Account is null || DigestAnswer.To(response, again, order.Account, agent.NewToken()) is not { } credentials)
                return false;
            isChallenged = true;
            again.Headers.Add(credentials);
        }
        else if (status != 422 || !Lengthens(again, response)) return false;
        again.Headers.Set("CSeq", new CSeq(callerInvite.CSeq.Number + 1, "INVITE"));
        Send(callerInvite = again, order!.Via, at);
        return true;
    }
}
