using System.Diagnostics.CodeAnalysis;

namespace Centrala.Protocols.Sip;

/// <summary>
/// The transaction layer of RFC 3261, section 17. Handed bytes and the time; whoever calls takes what is to be done with
/// <see cref="TryTake"/> after every call. For one thread.
/// </summary>
/// <param name="newToken">Makes what goes into tags and branches: unguessable and never the same, of token characters.</param>
public sealed class Transactions(SipTimes times, Func<string> newToken)
{
    /// <summary>Beyond so many open requests of peers, new ones are answered 503.</summary>
    public const int ServerTransactionsMax = 50_000;

    const int OverloadRetrySeconds = 5;

    readonly Dictionary<string, ClientTransaction> clients = [];
    readonly Dictionary<string, ServerTransaction> servers = [];
    readonly Deadlines deadlines = new();
    readonly Queue<TransactionEvent> events = new();

    public SipTimes Times => times;

    public DateTimeOffset? NextDeadline => deadlines.Next;

    /// <summary>Requests of peers and of ours that are not over yet.</summary>
    public int Open => clients.Count + servers.Count;

    public bool TryTake([NotNullWhen(true)] out TransactionEvent? next) => events.TryDequeue(out next);

    public string NewToken() => newToken();

    public void TimePassed(DateTimeOffset at) => deadlines.TimePassed(at);

    public void Receive(ReadOnlySpan<byte> datagram, Hop from, DateTimeOffset at)
    {
        var (message, fault) = SipParser.Parse(datagram);
        switch (message)
        {
            case SipRequest request when fault is null:
                ReceiveRequest(request, from, at);
                break;
            case SipRequest request when fault.Status is { } status:
                SendStateless(request.Answer(status, newToken()), request, from);
                break;
            case SipResponse response when fault is null && IsOurs(response):
                var key = ClientTransaction.Key(response.TopVia.Branch!, response.CSeq.Method);
                if (clients.TryGetValue(key, out var client)) Changed(client, one => one.Receive(response, at));
                break;
            default:
                break;
        }
    }

    /// <summary>Sends a request that has everything but its Via, which is put on top here.</summary>
    /// <param name="sentBy">Host and port at which this side listens.</param>
    public ClientTransaction Request(SipRequest request, Hop to, string sentBy, DateTimeOffset at)
    {
        var via = NewVia(to, sentBy, newToken());
        return Start(WithVia(request, via), to, at);
    }

    /// <summary>Cancels an INVITE that has been answered provisionally, and by nothing final (RFC 3261 9.1).</summary>
    public ClientTransaction? Cancel(ClientTransaction invite, DateTimeOffset at)
    {
        if (!invite.IsInvite || !invite.IsProceeding) return null;
        var from = invite.Request;
        var cancel = new SipRequest("CANCEL", from.Uri);
        cancel.Headers.Add("Via", from.TopVia).Add("From", from.From).Add("To", from.To).Add("Call-ID", from.CallId)
            .Add("CSeq", new CSeq(from.CSeq.Number, "CANCEL")).Add("Max-Forwards", "70");
        foreach (var route in from.Headers.All("Route")) cancel.Headers.Add(route);
        return Start(cancel, invite.Hop, at);
    }

    /// <summary>Sends an ACK of a 2xx: of no transaction, and never repeated by itself.</summary>
    /// <returns>The bytes, to be sent again when the 2xx comes again.</returns>
    public ReadOnlyMemory<byte> Acknowledge(SipRequest ack, Hop to, string sentBy)
    {
        var datagram = SipWriter.Write(WithVia(ack, NewVia(to, sentBy, newToken())));
        Send(datagram, to);
        return datagram;
    }

    public void Respond(ServerTransaction transaction, SipResponse response, DateTimeOffset at) =>
        Changed(transaction, one => one.Respond(response, at));

    /// <summary>The adapter could not send to this peer: what waits for its answer fails at once.</summary>
    public void TransportFailed(Hop hop)
    {
        foreach (var client in clients.Values.Where(one => one.Hop == hop).ToList()) client.Fail();
    }

    internal void Send(ReadOnlyMemory<byte> datagram, Hop to) => events.Enqueue(new Outgoing(datagram, to));

    internal void Tell(TransactionEvent one) => events.Enqueue(one);

    internal void Forget(ClientTransaction client)
    {
        if (clients.Remove(client.OwnKey)) Tell(new RequestOver(client));
    }

    internal void Forget(ServerTransaction server) => servers.Remove(server.Key);

    ClientTransaction Start(SipRequest request, Hop to, DateTimeOffset at)
    {
        var client = new ClientTransaction(this, request, to, at);
        clients[client.OwnKey] = client;
        deadlines.Set(client);
        return client;
    }

    void ReceiveRequest(SipRequest request, Hop from, DateTimeOffset at)
    {
        Via top;
        request.Headers.Set("Via", top = ResponsePath.Mark(request.TopVia, from));
        var key = ServerKey.Of(request, request.Method == "ACK" ? "INVITE" : request.Method);
        if (servers.TryGetValue(key, out var known))
        {
            if (request.Method != "ACK") known.Repeated();
            else if (!Changed(known, one => one.Acknowledged(at))) Tell(new AckArrived(request, from));
        }
        else if (request.Method == "ACK") Tell(new AckArrived(request, from));
        else if (servers.Count >= ServerTransactionsMax) RefuseForLoad(request, from);
        else Begin(request, key, from, ResponsePath.Of(top, from), at);
    }

    void Begin(SipRequest request, string key, Hop from, Hop answersTo, DateTimeOffset at)
    {
        var server = servers[key] = new(this, key, request, from, answersTo);
        if (request.Method != "CANCEL")
        {
            Tell(new RequestArrived(server, request));
            return;
        }
        var invite = servers.GetValueOrDefault(ServerKey.Of(request, "INVITE"));
        Respond(server, request.Answer(invite is null ? 481 : 200, newToken())!, at);
        if (invite is { HasFinal: false }) Tell(new CancelArrived(invite));
    }

    void RefuseForLoad(SipRequest request, Hop from)
    {
        var response = request.Answer(503, newToken());
        response?.Headers.Add("Retry-After", OverloadRetrySeconds.ToString(provider: null));
        SendStateless(response, request, from);
    }

    /// <summary>An answer that is forgotten at once: the request comes again if it got lost.</summary>
    void SendStateless(SipResponse? response, SipRequest request, Hop from)
    {
        if (response is null) return;
        var top = ResponsePath.Mark(request.TopVia, from);
        response.Headers.Set("Via", top);
        Send(SipWriter.Write(response), ResponsePath.Of(top, from));
    }

    /// <summary>A response goes to the one Via on it, and we put it there (RFC 3261 8.1.3.3).</summary>
    static bool IsOurs(SipResponse response) => response.Headers.All("Via").Count() == 1 && response.TopVia.Branch is not null;

    static Via NewVia(Hop to, string sentBy, string token)
    {
        var at = new Scanner(sentBy);
        var host = HostAndPort.Read(ref at, out var port);
        return new(to.Transport.ToString().ToUpperInvariant(), host, port,
            Parameters.None.With("branch", Via.MagicCookie + token).With("rport"));
    }

    static SipRequest WithVia(SipRequest request, Via via)
    {
        var with = new SipRequest(request.Method, request.Uri) { Body = request.Body };
        with.Headers.Add("Via", via);
        foreach (var header in request.Headers) with.Headers.Add(header);
        return with;
    }

    void Changed(ClientTransaction one, Action<ClientTransaction> change)
    {
        change(one);
        deadlines.Set(one);
    }

    void Changed(ServerTransaction one, Action<ServerTransaction> change)
    {
        change(one);
        deadlines.Set(one);
    }

    bool Changed(ServerTransaction one, Func<ServerTransaction, bool> change)
    {
        var answer = change(one);
        deadlines.Set(one);
        return answer;
    }
}
