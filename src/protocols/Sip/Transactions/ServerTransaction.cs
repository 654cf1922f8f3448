namespace Centrala.Protocols.Sip;

/// <summary>A peer's request until it cannot come again (RFC 3261 17.2, RFC 6026).</summary>
public sealed class ServerTransaction : IDue
{
    enum State
    {
        Proceeding,

        /// <summary>A 2xx has gone out to an INVITE; whoever sent it repeats it until its ACK.</summary>
        Accepted,
        Completed,
        Confirmed,
        Terminated,
    }

    readonly Transactions all;
    readonly Hop answersTo;
    State state = State.Proceeding;
    TimeSpan gap;
    DateTimeOffset? resend, end;
    byte[]? last;

    /// <param name="hop">Where the request came from.</param>
    /// <param name="answersTo">Where its responses go (RFC 3261 18.2.2, RFC 3581).</param>
    internal ServerTransaction(Transactions all, string key, SipRequest request, Hop hop, Hop answersTo)
    {
        (this.all, Key, Request, Hop, this.answersTo) = (all, key, request, hop, answersTo);
        gap = all.Times.T1;
    }

    public SipRequest Request { get; }

    public Hop Hop { get; }

    public bool IsInvite => Request.Method == "INVITE";

    /// <summary>Whether a final response has gone out: a CANCEL comes too late then.</summary>
    public bool HasFinal => state is not State.Proceeding;

    internal string Key { get; }

    DateTimeOffset? IDue.Deadline => resend < end || end is null ? resend : end;

    void IDue.TimePassed(DateTimeOffset at)
    {
        if (at >= end)
        {
            if (state is State.Completed && IsInvite) all.Tell(new AckMissing(this));
            Terminate();
            return;
        }
        all.Send(last!, answersTo);
        gap = all.Times.Doubled(gap);
        resend = at + gap;
    }

    /// <summary>Sends a response; one after a final one is ignored, but for the 2xx that its sender repeats.</summary>
    internal void Respond(SipResponse response, DateTimeOffset at)
    {
        if (state is State.Accepted && response.IsSuccess) all.Send(SipWriter.Write(response), answersTo);
        if (state is not State.Proceeding) return;
        all.Send(last = SipWriter.Write(response), answersTo);
        if (response.IsProvisional) return;
        if (IsInvite && response.IsSuccess) (state, end) = (State.Accepted, at + all.Times.GiveUp);
        else if (IsInvite) (state, resend, end) = (State.Completed, Hop.IsReliable ? null : at + gap, at + all.Times.GiveUp);
        else (state, end) = (State.Completed, Hop.IsReliable ? at : at + all.Times.GiveUp);
    }

    /// <summary>The same request again: it is answered as it last was.</summary>
    internal void Repeated()
    {
        if (last is not null && state is State.Proceeding or State.Completed) all.Send(last!, answersTo);
    }

    /// <returns>Whether the ACK was the transaction's own; else it is its user's.</returns>
    internal bool Acknowledged(DateTimeOffset at)
    {
        if (state is State.Accepted or State.Proceeding) return false;
        if (state is State.Completed) (state, resend, end) = (State.Confirmed, null, Hop.IsReliable ? at : at + all.Times.T4);
        return true;
    }

    void Terminate()
    {
        state = State.Terminated;
        resend = end = null;
        all.Forget(this);
    }
}
