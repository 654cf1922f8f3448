namespace Centrala.Protocols.Sip;

/// <summary>A request of ours until its last response can come no more (RFC 3261 17.1, RFC 6026).</summary>
public sealed class ClientTransaction : IDue
{
    enum State
    {
        Trying,
        Proceeding,

        /// <summary>A 2xx has come to an INVITE: more may come, from other branches of a fork.</summary>
        Accepted,
        Completed,
        Terminated,
    }

    readonly Transactions all;
    readonly byte[] datagram;
    State state = State.Trying;
    TimeSpan gap;
    DateTimeOffset? resend, end;
    ReadOnlyMemory<byte> ack;

    internal ClientTransaction(Transactions all, SipRequest request, Hop hop, DateTimeOffset at)
    {
        (this.all, Request, Hop) = (all, request, hop);
        datagram = SipWriter.Write(request);
        gap = all.Times.T1;
        resend = hop.IsReliable ? null : at + gap;
        end = at + all.Times.GiveUp;
        all.Send(datagram, hop);
    }

    public SipRequest Request { get; }

    public Hop Hop { get; }

    public bool IsInvite => Request.Method == "INVITE";

    /// <summary>Whether a CANCEL may go out: a provisional response has come and no final one (RFC 3261 9.1).</summary>
    public bool IsProceeding => state is State.Proceeding;

    DateTimeOffset? IDue.Deadline => resend < end ? resend : end;

    internal static string Key(string branch, string method) => $"{method} {branch}";

    internal string OwnKey => Key(Request.TopVia.Branch!, Request.Method);

    void IDue.TimePassed(DateTimeOffset at)
    {
        if (at >= end)
        {
            if (state is State.Trying or State.Proceeding) all.Tell(new RequestFailed(this, 408));
            Terminate();
            return;
        }
        all.Send(datagram, Hop);
        // An INVITE doubles without bound (timer A); others stay at T2 once they have been answered provisionally (timer E).
        gap = IsInvite ? 2 * gap : state is State.Proceeding ? all.Times.T2 : all.Times.Doubled(gap);
        resend = at + gap;
    }

    internal void Receive(SipResponse response, DateTimeOffset at)
    {
        if (response.IsProvisional) Proceed(response, at);
        else if (IsInvite && response.IsSuccess) Accept(response, at);
        else Complete(response, at);
    }

    /// <summary>The transport could not carry the request.</summary>
    internal void Fail()
    {
        if (state is State.Trying or State.Proceeding) all.Tell(new RequestFailed(this, 503));
        Terminate();
    }

    void Proceed(SipResponse response, DateTimeOffset at)
    {
        if (state is not (State.Trying or State.Proceeding)) return;
        state = State.Proceeding;
        if (IsInvite)
        {
            resend = null;
            end = at + all.Times.Unanswered;
        }
        all.Tell(new ResponseArrived(this, response));
    }

    void Accept(SipResponse response, DateTimeOffset at)
    {
        if (state is State.Completed or State.Terminated) return;
        if (state is not State.Accepted) (resend, end) = (null, at + all.Times.GiveUp);
        state = State.Accepted;
        all.Tell(new ResponseArrived(this, response));
    }

    void Complete(SipResponse response, DateTimeOffset at)
    {
        if (state is State.Completed && IsInvite) all.Send(ack, Hop);
        if (state is not (State.Trying or State.Proceeding)) return;
        state = State.Completed;
        resend = null;
        if (IsInvite) all.Send(ack = SipWriter.Write(Acknowledge(response)), Hop);
        end = Hop.IsReliable ? at : at + (IsInvite ? all.Times.RepeatAck : all.Times.T4);
        all.Tell(new ResponseArrived(this, response));
    }

    /// <summary>The ACK of a response beyond 2xx belongs to the transaction: same branch, same Request-URI (17.1.1.3).</summary>
    SipRequest Acknowledge(SipResponse response)
    {
        var made = new SipRequest("ACK", Request.Uri);
        made.Headers.Add("Via", Request.TopVia).Add("From", Request.From).Add("To", response.To)
            .Add("Call-ID", Request.CallId).Add("CSeq", new CSeq(Request.CSeq.Number, "ACK")).Add("Max-Forwards", "70");
        foreach (var route in Request.Headers.All("Route")) made.Headers.Add(route);
        return made;
    }

    void Terminate()
    {
        state = State.Terminated;
        resend = end = null;
        all.Forget(this);
    }
}
