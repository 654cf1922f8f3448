namespace Centrala.Protocols.Sip;

/// <summary>What makes two requests the same one (RFC 3261 17.2.3).</summary>
static class ServerKey
{
    /// <param name="method">The request's own; INVITE for the ACK and CANCEL of one.</param>
    public static string Of(SipRequest request, string method)
    {
        var via = request.TopVia;
        // A branch that is the cookie alone is nobody's own: such senders get the rules of RFC 2543.
        return via.Branch is { } branch && branch.Length > Via.MagicCookie.Length && branch.StartsWith(Via.MagicCookie, StringComparison.OrdinalIgnoreCase)
            ? $"{method} {branch} {via.Host}:{via.Port}"
            : $"{method} {request.Uri} {request.From.Tag} {request.CallId} {request.CSeq.Number} {via.Host}:{via.Port};{via.Branch}";
    }
}
