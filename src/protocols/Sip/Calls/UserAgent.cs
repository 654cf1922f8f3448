using System.Diagnostics.CodeAnalysis;

namespace Centrala.Protocols.Sip;

/// <summary>
/// Makes and takes calls over the transactions below it. Handed bytes and the time; whoever calls takes what is to be done
/// with <see cref="TryTake"/> after every call. For one thread.
/// </summary>
public sealed class UserAgent(UserAgentSettings settings, SipTimes times, Func<string> newToken)
{
    readonly Transactions transactions = new(times, newToken);
    readonly Deadlines deadlines = new();
    readonly Queue<CallEvent> events = new();
    readonly Dictionary<string, Call> dialogs = [];
    readonly Dictionary<ServerTransaction, Call> arriving = [];
    readonly Dictionary<ClientTransaction, Call> asking = [];

    public UserAgentSettings Settings => settings;

    /// <summary>While it is set, new calls and OPTIONS are answered 503 with this as Retry-After: full, or about to stop.</summary>
    public TimeSpan? TurnsAwayFor { get; set; }

    public DateTimeOffset? NextDeadline =>
        deadlines.Next is { } call && !(transactions.NextDeadline < call) ? call : transactions.NextDeadline;

    /// <summary>Calls and requests that are not over yet.</summary>
    public int Open => dialogs.Count + arriving.Count + asking.Count + transactions.Open;

    internal SipTimes Times => times;

    internal Transactions Transactions => transactions;

    public bool TryTake([NotNullWhen(true)] out CallEvent? next) => events.TryDequeue(out next);

    public void Receive(ReadOnlySpan<byte> datagram, Hop hop, DateTimeOffset at)
    {
        transactions.Receive(datagram, hop, at);
        Attend(at);
    }

    public void TimePassed(DateTimeOffset at)
    {
        transactions.TimePassed(at);
        Attend(at);
        deadlines.TimePassed(at);
        Attend(at);
    }

    public void TransportFailed(Hop hop, DateTimeOffset at)
    {
        transactions.TransportFailed(hop);
        Attend(at);
    }

    public Call Place(CallOrder order, DateTimeOffset at)
    {
        var call = new Call(this, order.Via);
        Do(call, at, () => call.Invite(order, at));
        return call;
    }

    /// <summary>Sends a request outside of calls, such as OPTIONS or REGISTER; the answer comes as <see cref="AnswerArrived"/>.</summary>
    public ClientTransaction Ask(SipRequest request, Hop to, DateTimeOffset at)
    {
        var client = transactions.Request(request, to, settings.SentByOver(to), at);
        Attend(at);
        return client;
    }

    public void Respond(ServerTransaction transaction, SipResponse response, DateTimeOffset at)
    {
        response.Headers.Add("Server", settings.Product);
        transactions.Respond(transaction, response, at);
        Attend(at);
    }

    public string NewToken() => newToken();

    internal void Tell(CallEvent one) => events.Enqueue(one);

    internal void Enter(Dialog dialog, Call call) => dialogs[dialog.Key] = call;

    internal void Leave(Dialog dialog) => dialogs.Remove(dialog.Key);

    internal ClientTransaction Ask(Call call, SipRequest request, Hop to, DateTimeOffset at)
    {
        var client = transactions.Request(request, to, settings.SentByOver(to), at);
        asking[client] = call;
        return client;
    }

    internal void Forget(ServerTransaction invite) => arriving.Remove(invite);

    /// <summary>Lets a call act, then sends what it made and notes when it wants to act again.</summary>
    internal void Do(Call call, DateTimeOffset at, Action act)
    {
        act();
        deadlines.Set(call);
        Attend(at);
    }

    void Attend(DateTimeOffset at)
    {
        while (transactions.TryTake(out var one))
        {
            switch (one)
            {
                case Outgoing send:
                    Tell(new Transmit(send.Datagram, send.To));
                    break;
                case RequestArrived arrived:
                    Serve(arrived.Transaction, arrived.Request, at);
                    break;
                case AckArrived ack:
                    if (CallOf(ack.Ack) is { } acknowledged) Let(acknowledged, () => acknowledged.TakeAck(ack.Ack, at));
                    break;
                case CancelArrived cancel:
                    if (arriving.TryGetValue(cancel.Invite, out var cancelled)) Let(cancelled, () => cancelled.TakeCancel(at));
                    break;
                case ResponseArrived response:
                    TakeAnswer(response.Transaction, response.Response.Status, response.Response, at);
                    break;
                case RequestFailed failed:
                    TakeAnswer(failed.Transaction, failed.Status, null, at);
                    break;
                case RequestOver over:
                    asking.Remove(over.Transaction);
                    break;
                default:
                    break;
            }
        }
    }

    void Let(Call call, Action act)
    {
        act();
        deadlines.Set(call);
    }

    void TakeAnswer(ClientTransaction transaction, int status, SipResponse? response, DateTimeOffset at)
    {
        if (asking.TryGetValue(transaction, out var call)) Let(call, () => call.TakeAnswer(transaction, status, response, at));
        else if (transaction.Request.Method != "CANCEL" && status >= 200) Tell(new AnswerArrived(transaction, status, response));
    }

    void Serve(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        if (Admission.Refuse(request, settings.Can, newToken()) is { } refused) Respond(transaction, refused, at);
        else if (request.To.Tag is not null) ServeWithin(transaction, request, at);
        else if (TurnsAwayFor is { } time && request.Method is ("INVITE" or "OPTIONS")) TurnAway(transaction, request, time, at);
        else if (request.Method == "INVITE") TakeCall(transaction, request, at);
        else if (request.Method == "OPTIONS") Respond(transaction, Describe(request), at);
        else if (request.Method is "BYE" or "PRACK" or "UPDATE" or "INFO" or "NOTIFY") Respond(transaction, request.Answer(481, newToken())!, at);
        else Tell(new Asked(transaction, request));
    }

    void TurnAway(ServerTransaction transaction, SipRequest request, TimeSpan time, DateTimeOffset at)
    {
        var response = request.Answer(503, newToken())!;
        response.Headers.Add("Retry-After", Math.Max(1, (long)time.TotalSeconds).ToString(provider: null));
        Respond(transaction, response, at);
    }

    void ServeWithin(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        if (CallOf(request) is { } call) Let(call, () => call.Serve(transaction, request, at));
        else Respond(transaction, request.Answer(481, newToken())!, at);
    }

    void TakeCall(ServerTransaction transaction, SipRequest request, DateTimeOffset at)
    {
        Sdp? offer = null;
        if (request.HasSdp && (offer = SdpParser.Parse(request.Body.Span, out var problem)) is null)
        {
            Respond(transaction, request.Answer(400, newToken(), $"The session description cannot be read: {problem}")!, at);
            return;
        }
        var call = new Call(this, transaction.Hop);
        arriving[transaction] = call;
        Let(call, () => call.Arrive(transaction, offer, ReplacedBy(request), at));
    }

    Call? CallOf(SipRequest request) => dialogs.GetValueOrDefault(Dialog.KeyOf(request.CallId, request.To.Tag, request.From.Tag));

    Call? ReplacedBy(SipRequest request)
    {
        if (request.Headers["Replaces"] is not { } text) return null;
        var scanner = new Scanner(text);
        var callId = scanner.Some(Characters.Word, "the Call-ID");
        if (scanner.Next == '@') callId += scanner.Take(1).ToString() + scanner.Some(Characters.Word, "the Call-ID");
        var tags = Parameters.Read(ref scanner);
        return scanner.Problem is null ? dialogs.GetValueOrDefault(Dialog.KeyOf(callId, tags["to-tag"], tags["from-tag"])) : null;
    }

    SipResponse Describe(SipRequest options)
    {
        var response = options.Answer(200, newToken())!;
        response.Headers.Add("Allow", string.Join(", ", settings.Can.Methods)).Add("Accept", "application/sdp")
            .Add("Supported", string.Join(", ", settings.Can.Extensions));
        return response;
    }
}
