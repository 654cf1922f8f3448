namespace Centrala.Protocols.Sip;

/// <summary>A call that a peer makes: ringing, reliably if it asks for that (RFC 3262), the answer and its ACK.</summary>
public sealed partial class Call
{
    ServerTransaction? calleeInvite;
    string? localTag;
    DateTimeOffset? ackDue, prackDue;
    DateTimeOffset giveUp;
    TimeSpan gap;
    SipResponse? answer, ringing;
    ServerTransaction? answered;
    long reliableNumber;
    Sdp? answerWaiting;
    bool offersInAnswer;

    /// <summary>Tells the caller how it goes: 180, 181, 182 or 183.</summary>
    /// <param name="media">Heard before the answer, such as an announcement; null for none.</param>
    public void Ring(int status, Sdp? media, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (stage is not Stage.Called) return;
        var request = calleeInvite!.Request;
        var mustBeReliable = request.Headers.Lists("Require", "100rel");
        var isReliable = mustBeReliable || media is not null && request.Headers.Lists("Supported", "100rel");
        // Only one may be under way at a time (RFC 3262, section 3).
        if (isReliable && ringing is not null) return;
        var response = Response(status, media);
        if (isReliable) response.Headers.Add("Require", "100rel").Add("RSeq", (++reliableNumber).ToString(provider: null));
        agent.Respond(calleeInvite, response, at);
        if (!isReliable) return;
        (ringing, gap, giveUp) = (response, agent.Times.T1, at + agent.Times.GiveUp);
        prackDue = at + gap;
    });

    /// <summary>Takes the call. An answer that follows a ringing not yet acknowledged waits for that.</summary>
    /// <param name="media">Our answer, or our offer to a caller that made none.</param>
    public void Answer(Sdp media, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (stage is not Stage.Called) return;
        if (ringing is null) AnswerNow(media, at);
        else answerWaiting = media;
    });

    /// <param name="status">300 to 699.</param>
    public void Refuse(int status, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (stage is Stage.Called) RefuseNow(status, at);
    });

    internal void Arrive(ServerTransaction transaction, Sdp? offer, Call? replaces, DateTimeOffset at)
    {
        (stage, calleeInvite, localTag) = (Stage.Called, transaction, agent.NewToken());
        var request = transaction.Request;
        isTranslated = NextHop.IsTranslated(request);
        offersInAnswer = offer is null;
        Enter(Dialog.Called(request, localTag));
        agent.Respond(transaction, request.Answer(100, null)!, at);
        if (RefusesInterval(transaction, at))
        {
            End(CallEnd.Refused, 422);
            return;
        }
        agent.Tell(new CallArrived(this, request, offer, replaces));
    }

    internal void TakeCancel(DateTimeOffset at)
    {
        if (stage is not Stage.Called) return;
        Respond(calleeInvite!, 487, at);
        End(CallEnd.Cancelled, 487);
    }

    internal void TakeAck(SipRequest ack, DateTimeOffset at)
    {
        if (ackDue is null || ack.CSeq.Number != answered!.Request.CSeq.Number) return;
        ackDue = null;
        if (stage is Stage.Answered)
        {
            stage = Stage.On;
            agent.Tell(new CallEstablished(this, offersInAnswer ? SdpOf(ack) : null));
        }
        else if (offersInAnswer) agent.Tell(new OfferAnswered(this, 200, SdpOf(ack)));
        StartSession(at);
    }

    void AnswerNow(Sdp media, DateTimeOffset at)
    {
        stage = Stage.Answered;
        localSdp = media;
        var response = Response(200, media);
        AcceptInterval(calleeInvite!.Request, response);
        agent.Forget(calleeInvite);
        SendAnswer(calleeInvite, response, at);
    }

    /// <summary>A 2xx to an INVITE is repeated by its maker until the ACK (RFC 3261 13.3.1.4).</summary>
    void SendAnswer(ServerTransaction to, SipResponse response, DateTimeOffset at)
    {
        (answered, answer, gap, giveUp) = (to, response, agent.Times.T1, at + agent.Times.GiveUp);
        agent.Respond(to, response, at);
        ackDue = at + gap;
    }

    void RepeatAnswer(DateTimeOffset at)
    {
        if (at >= giveUp)
        {
            Bye(at);
            End(CallEnd.Lost, 408);
            return;
        }
        agent.Transactions.Respond(answered!, answer!, at);
        gap = agent.Times.Doubled(gap);
        ackDue = at + gap;
    }

    void RefuseNow(int status, DateTimeOffset at)
    {
        Respond(calleeInvite!, status, at);
        End(CallEnd.Ours, status);
    }

    SipResponse Response(int status, Sdp? media)
    {
        var response = calleeInvite!.Request.Answer(status, localTag)!;
        Establish(response, calleeInvite.Request, media);
        return response;
    }

    /// <summary>What a response must have that makes or refreshes a dialog (RFC 3261 12.1.1).</summary>
    void Establish(SipResponse response, SipRequest request, Sdp? media)
    {
        foreach (var route in request.Headers.All("Record-Route")) response.Headers.Add(route);
        response.Headers.Add("Contact", new NameAddress(agent.Settings.Contact(heard)));
        SayAbilities(response.Headers);
        if (media is not null) response.SetBody(MediaType.Sdp, media.ToBytes());
    }

    void RepeatRinging(DateTimeOffset at)
    {
        if (at >= giveUp)
        {
            RefuseNow(504, at);
            return;
        }
        agent.Transactions.Respond(calleeInvite!, ringing!, at);
        gap *= 2;
        prackDue = at + gap;
    }

    void TakePrack(ServerTransaction transaction, DateTimeOffset at)
    {
        var acknowledged = transaction.Request.Headers.Value<ResponseAcknowledged>("RAck");
        if (ringing is null || acknowledged is null || acknowledged.Number != reliableNumber || acknowledged.Of != calleeInvite!.Request.CSeq)
        {
            Respond(transaction, 481, at);
            return;
        }
        (ringing, prackDue) = (null, null);
        Respond(transaction, 200, at);
        if (answerWaiting is { } media) AnswerNow(media, at);
        answerWaiting = null;
    }
}
