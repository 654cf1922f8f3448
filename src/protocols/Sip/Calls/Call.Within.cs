using System.Globalization;
using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>What happens within a call: changes of media, transfers, keys by INFO, and its end.</summary>
public sealed partial class Call
{
    /// <summary>How long to wait after both sides wanted to change the media at once: who made the call waits longer (14.1).</summary>
    static readonly TimeSpan callerWaits = TimeSpan.FromMilliseconds(2500), calledWaits = TimeSpan.FromMilliseconds(1000);

    Sdp? localSdp, offered;
    ServerTransaction? offering;
    ClientTransaction? reoffering;
    DateTimeOffset? retryDue;
    SipRequest? referral;

    /// <summary>Offers other media: hold, retrieval, another address. One at a time; the answer is <see cref="OfferAnswered"/>.</summary>
    public void Offer(Sdp media, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (stage is not Stage.On) return;
        offered = media;
        if (reoffering is null && offering is null) SendOffer(at);
        else retryDue = at + calledWaits;
    });

    /// <summary>Answers the peer's offer; null refuses it with 488, and all stays as it was.</summary>
    public void AnswerOffer(Sdp? media, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (offering is not { } transaction) return;
        offering = null;
        if (media is null)
        {
            Respond(transaction, 488, at);
            return;
        }
        localSdp = media;
        var response = transaction.Request.Answer(200, localTag)!;
        Establish(response, transaction.Request, media);
        AcceptInterval(transaction.Request, response);
        if (transaction.IsInvite) SendAnswer(transaction, response, at);
        else agent.Respond(transaction, response, at);
        StartSession(at);
    });

    /// <summary>Asks the peer to call somebody else (RFC 3515), perhaps in the place of another call's peer.</summary>
    public void Transfer(SipUri to, Call? inPlaceOf, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (stage is not Stage.On) return;
        var target = inPlaceOf?.Replaces is { } replaces ? to with { Headers = $"Replaces={Uri.EscapeDataString(replaces)}" } : to;
        var refer = Request("REFER");
        refer.Headers.Add("Refer-To", $"<{target}>").Add("Referred-By", $"<{agent.Settings.Contact(heard)}>");
        Send(refer, at);
    });

    /// <summary>Tells the peer how the transfer goes that it asked for; a final status ends the matter.</summary>
    public void TellTransfer(int status, DateTimeOffset at) => agent.Do(this, at, () =>
    {
        if (referral is null || !IsOn) return;
        var notify = Request("NOTIFY");
        notify.Headers.Add("Event", $"refer;id={referral.CSeq.Number.ToString(CultureInfo.InvariantCulture)}")
            .Add("Subscription-State", status < 200 ? "active;expires=60" : "terminated;reason=noresource")
            .Add("Contact", new NameAddress(agent.Settings.Contact(heard)));
        notify.SetBody(MediaType.SipFragment, Encoding.UTF8.GetBytes($"SIP/2.0 {status} {ReasonPhrases.Of(status)}\r\n"));
        if (status >= 200) referral = null;
        Send(notify, at);
    });

    internal void Serve(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        heard = transaction.Hop;
        if (dialog is null || stage is Stage.Ended) Respond(transaction, 481, at);
        else if (!dialog.Follows(request)) Respond(transaction, 500, at);
        else ServeNew(transaction, request, at);
    }

    void ServeNew(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        switch (request.Method)
        {
            case "BYE":
                TakeBye(transaction, at);
                break;
            case "PRACK":
                TakePrack(transaction, at);
                break;
            case "INVITE" or "UPDATE":
                TakeOffer(transaction, request, at);
                break;
            case "REFER":
                TakeReferral(transaction, request, at);
                break;
            case "NOTIFY":
                Respond(transaction, 200, at);
                if (StatusOf(request) is { } status) agent.Tell(new TransferProgressed(this, status));
                break;
            case "INFO":
                Respond(transaction, 200, at);
                agent.Tell(new CallInformed(this, request));
                break;
            case "OPTIONS":
                Respond(transaction, 200, at);
                break;
            default:
                Respond(transaction, 405, at);
                break;
        }
    }

    void TakeBye(ServerTransaction transaction, DateTimeOffset at)
    {
        Respond(transaction, 200, at);
        if (stage is Stage.Called) Respond(calleeInvite!, 487, at);
        if (offering is { } open) Respond(open, 487, at);
        End(CallEnd.Theirs, 0);
    }

    void TakeOffer(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        if (RefusesInterval(transaction, at)) return;
        if (offering is not null || ackDue is not null && transaction.IsInvite)
        {
            var busy = request.Answer(500, localTag)!;
            busy.Headers.Add("Retry-After", "2");
            agent.Respond(transaction, busy, at);
            return;
        }
        if (reoffering is not null && (transaction.IsInvite || request.HasSdp))
        {
            Respond(transaction, 491, at);
            return;
        }
        var offer = SdpOf(request);
        if (request.HasSdp && offer is null)
        {
            Respond(transaction, 400, at);
            return;
        }
        dialog!.Refresh(request);
        offering = transaction;
        offersInAnswer = offer is null;
        if (offer is not null || transaction.IsInvite) agent.Tell(new OfferArrived(this, offer));
        else AnswerRefresh(transaction, at);
    }

    /// <summary>An UPDATE without media only says that the peer is still there.</summary>
    void AnswerRefresh(ServerTransaction transaction, DateTimeOffset at)
    {
        offering = null;
        var response = transaction.Request.Answer(200, localTag)!;
        Establish(response, transaction.Request, null);
        AcceptInterval(transaction.Request, response);
        agent.Respond(transaction, response, at);
        StartSession(at);
    }

    void TakeReferral(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        var scanner = new Scanner(request.Headers["Refer-To"]);
        var to = NameAddress.Read(ref scanner);
        scanner.End();
        if (scanner.Problem is not null || stage is not Stage.On)
        {
            Respond(transaction, 400, at);
            return;
        }
        referral = request;
        var accepted = request.Answer(202, localTag)!;
        accepted.Headers.Add("Contact", new NameAddress(agent.Settings.Contact(heard)));
        agent.Respond(transaction, accepted, at);
        agent.Tell(new TransferAsked(this, to, request.Headers["Referred-By"]));
    }

    void SendOffer(DateTimeOffset at)
    {
        var invite = Request("INVITE");
        invite.SetBody(MediaType.Sdp, offered!.ToBytes());
        AskForInterval(invite);
        reoffering = Send(invite, at);
    }

    void RetryOffer(DateTimeOffset at)
    {
        retryDue = null;
        if (offered is null || stage is not Stage.On) return;
        if (offering is null && reoffering is null) SendOffer(at);
        else retryDue = at + calledWaits;
    }

    void TakeAnswerWithin(ClientTransaction transaction, int status, SipResponse? response, DateTimeOffset at)
    {
        if (status < 200) return;
        if (transaction.Request.Method == "INVITE" && response is { IsSuccess: true })
            SendAckWithin(transaction, response);
        if (stage is Stage.Ended) return;
        // The peer does not know the call any more, or nothing is heard of it (12.2.1.2).
        if (status is 408 or 481 && transaction.Request.Method is "INVITE" or "UPDATE")
        {
            Bye(at);
            End(CallEnd.Lost, status);
        }
        else if (transaction == reoffering) TakeAnswerToOffer(status, response, at);
        else if (transaction == refreshing) TakeAnswerToRefresh(response, at);
        else if (transaction.Request.Method == "REFER" && status >= 300) agent.Tell(new TransferProgressed(this, status));
    }

    void SendAckWithin(ClientTransaction transaction, SipResponse response)
    {
        dialog!.Refresh(response);
        var hop = NextHop.Of(dialog, heard, isTranslated);
        agent.Transactions.Acknowledge(dialog.Acknowledge(transaction.Request.CSeq.Number), hop, agent.Settings.SentByOver(hop));
    }

    void TakeAnswerToOffer(int status, SipResponse? response, DateTimeOffset at)
    {
        reoffering = null;
        if (status == 491)
        {
            retryDue = at + (callerInvite is null ? calledWaits : callerWaits);
            return;
        }
        if (response is { IsSuccess: true })
        {
            localSdp = offered;
            LearnInterval(response);
            StartSession(at);
        }
        offered = null;
        agent.Tell(new OfferAnswered(this, status, response is { IsSuccess: true } ? SdpOf(response) : null));
    }

    /// <returns>The status in a NOTIFY's piece of a message; null when there is none.</returns>
    static int? StatusOf(SipRequest notify)
    {
        var line = Encoding.UTF8.GetString(notify.Body.Span).Split('\n')[0].Split(' ');
        return line is ["SIP/2.0", var digits, ..] && int.TryParse(digits, out var status) ? status : null;
    }
}
