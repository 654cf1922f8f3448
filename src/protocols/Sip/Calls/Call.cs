namespace Centrala.Protocols.Sip;

/// <summary>One call with one peer, from its INVITE to its end; what both sides do once it is on is in the other parts.</summary>
public sealed partial class Call : IDue
{
    enum Stage
    {
        /// <summary>We call: no final response has come.</summary>
        Calling,

        /// <summary>We are called: we have given no final response.</summary>
        Called,

        /// <summary>Our 2xx waits for its ACK.</summary>
        Answered,
        On,
        Ended,
    }

    readonly UserAgent agent;
    Hop heard;
    Stage stage;
    Dialog? dialog;
    bool isTranslated;

    internal Call(UserAgent agent, Hop hop) => (this.agent, heard) = (agent, hop);

    /// <summary>Whoever uses calls keeps here what it knows of this one.</summary>
    public object? Tag { get; set; }

    /// <summary>From where the peer was last heard; before that, where it was called.</summary>
    public Hop Heard => heard;

    public bool IsOn => stage is Stage.On or Stage.Answered;

    public bool IsOver => stage is Stage.Ended;

    public string CallId => dialog?.CallId ?? (callerInvite ?? calleeInvite!.Request).CallId;

    /// <summary>Names this call to another peer, for a transfer to it (RFC 3891); null before there is a dialog.</summary>
    public string? Replaces => dialog is null ? null : $"{dialog.CallId};to-tag={dialog.Remote.Tag};from-tag={dialog.Local.Tag}";

    DateTimeOffset? IDue.Deadline => Earliest(ackDue, prackDue, sessionDue, retryDue, cancelDue);

    void IDue.TimePassed(DateTimeOffset at)
    {
        if (ackDue <= at) RepeatAnswer(at);
        if (prackDue <= at) RepeatRinging(at);
        if (retryDue <= at) RetryOffer(at);
        if (sessionDue <= at) RefreshOrLose(at);
        if (cancelDue <= at) End(CallEnd.Ours, 0);
    }

    /// <summary>Ends the call, whatever its stage: refuses, cancels or hangs up.</summary>
    public void HangUp(DateTimeOffset at) => agent.Do(this, at, () =>
    {
        switch (stage)
        {
            case Stage.Calling:
                CancelOwn(at);
                break;
            case Stage.Called:
                RefuseNow(480, at);
                break;
            case Stage.Answered or Stage.On:
                Bye(at);
                End(CallEnd.Ours, 0);
                break;
            default:
                break;
        }
    });

    void Bye(DateTimeOffset at) => Send(Request("BYE"), at);

    /// <summary>The one way in which a call comes to its end.</summary>
    void End(CallEnd why, int status)
    {
        if (stage is Stage.Ended) return;
        stage = Stage.Ended;
        ackDue = prackDue = sessionDue = retryDue = cancelDue = null;
        if (dialog is not null) agent.Leave(dialog);
        foreach (var early in earlyDialogs.Values) agent.Leave(early);
        if (calleeInvite is not null) agent.Forget(calleeInvite);
        agent.Tell(new CallEnded(this, why, status));
    }

    void Enter(Dialog entered)
    {
        dialog = entered;
        agent.Enter(entered, this);
    }

    SipRequest Request(string method) => Signed(dialog!.Request(method));

    SipRequest Signed(SipRequest request)
    {
        if (request.Method is "INVITE" or "UPDATE" or "REFER")
        {
            request.Headers.Add("Contact", new NameAddress(agent.Settings.Contact(heard)));
            SayAbilities(request.Headers);
        }
        request.Headers.Add("User-Agent", agent.Settings.Product);
        return request;
    }

    ClientTransaction Send(SipRequest request, DateTimeOffset at) => agent.Ask(this, request, NextHop.Of(dialog!, heard, isTranslated), at);

    void SayAbilities(HeaderList headers) => headers
        .Add("Allow", string.Join(", ", agent.Settings.Can.Methods)).Add("Supported", string.Join(", ", agent.Settings.Can.Extensions));

    void Respond(ServerTransaction to, int status, DateTimeOffset at) => agent.Respond(to, to.Request.Answer(status, localTag)!, at);

    static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> instants)
    {
        DateTimeOffset? earliest = null;
        foreach (var one in instants)
            if (one is not null && !(earliest <= one)) earliest = one;
        return earliest;
    }

    static Sdp? SdpOf(SipMessage message) => message.HasSdp ? SdpParser.Parse(message.Body.Span, out _) : null;
}
