namespace Centrala.Protocols.Sip;

/// <summary>What two sides have in common once a call is on (RFC 3261, section 12).</summary>
public sealed class Dialog
{
    long localNumber, remoteNumber = -1;

    Dialog(string callId, NameAddress local, NameAddress remote, IReadOnlyList<NameAddress> routes, AddressUri target) =>
        (CallId, Local, Remote, Routes, Target) = (callId, local, remote, routes, target);

    public string CallId { get; }

    /// <summary>This side, with its tag.</summary>
    public NameAddress Local { get; }

    public NameAddress Remote { get; }

    public IReadOnlyList<NameAddress> Routes { get; private set; }

    /// <summary>Where the other side wants requests: its Contact.</summary>
    public AddressUri Target { get; private set; }

    public string Key => KeyOf(CallId, Local.Tag, Remote.Tag);

    public static string KeyOf(string callId, string? localTag, string? remoteTag) => $"{callId} {localTag} {remoteTag}";

    /// <summary>The dialog in which a request of a peer's was sent or is answered.</summary>
    /// <param name="tag">This side's, as its responses will have it.</param>
    public static Dialog Called(SipRequest request, string tag) => new(
        request.CallId, request.To.Tag is null ? request.To.WithTag(tag) : request.To, request.From,
        [.. request.Headers.Values<NameAddress>("Record-Route")], request.Contact?.Uri ?? request.From.Uri)
    {
        remoteNumber = request.CSeq.Number,
    };

    /// <summary>The dialog that a response with a tag makes of a request of ours.</summary>
    public static Dialog Calling(SipRequest request, SipResponse response) => new(
        request.CallId, request.From, response.To, [.. response.Headers.Values<NameAddress>("Record-Route").Reverse()],
        response.Contact?.Uri ?? request.Uri)
    {
        localNumber = request.CSeq.Number,
    };

    /// <summary>A request within the dialog: with everything but Via and Contact.</summary>
    public SipRequest Request(string method) => Request(method, ++localNumber);

    /// <summary>The ACK of a 2xx has its INVITE's number.</summary>
    public SipRequest Acknowledge(long number) => Request("ACK", number);

    /// <summary>Whether a peer's request is later than its last; one that is not, is answered 500 (RFC 3261 12.2.2).</summary>
    public bool Follows(SipRequest request)
    {
        if (request.CSeq.Number <= remoteNumber) return false;
        remoteNumber = request.CSeq.Number;
        return true;
    }

    /// <summary>An INVITE, UPDATE or its 2xx names the peer's place anew.</summary>
    public void Refresh(SipMessage message)
    {
        if (message.Contact is { } contact) Target = contact.Uri;
    }

    /// <summary>The 2xx decides on the route where an early dialog's responses had another (RFC 3261 13.2.2.4).</summary>
    public void Confirm(SipResponse response)
    {
        Routes = [.. response.Headers.Values<NameAddress>("Record-Route").Reverse()];
        Refresh(response);
    }

    SipRequest Request(string method, long number)
    {
        // A first hop of RFC 2543 wants itself as the Request-URI, and the target as the last route (12.2.1.1).
        var isStrict = Routes is [{ Uri: SipUri first }, ..] && !first.Parameters.Has("lr");
        var routes = isStrict ? [.. Routes.Skip(1), new NameAddress(Target)] : Routes;
        var request = new SipRequest(method, isStrict ? Routes[0].Uri : Target);
        foreach (var route in routes) request.Headers.Add("Route", route);
        request.Headers.Add("From", Local).Add("To", Remote).Add("Call-ID", CallId).Add("CSeq", new CSeq(number, method)).Add("Max-Forwards", "70");
        return request;
    }
}
