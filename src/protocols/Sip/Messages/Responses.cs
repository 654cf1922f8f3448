namespace Centrala.Protocols.Sip;

/// <summary>Makes responses to requests (RFC 3261 8.2.6), also to such as could be read only in part.</summary>
public static class Responses
{
    static readonly string[] copied = ["Via", "From", "To", "Call-ID", "CSeq"];

    /// <param name="tag">Goes into To where the request has none; null for a 100, which may go without.</param>
    /// <returns>Null when the request does not say enough for its sender to know the answer: silence, then.</returns>
    public static SipResponse? Answer(this SipRequest request, int status, string? tag, string? reason = null)
    {
        if (request.Method == "ACK" || request.Headers.Value<Via>("Via") is null) return null;
        var response = new SipResponse(status, reason ?? ReasonPhrases.Of(status));
        foreach (var header in request.Headers)
        {
            if (!copied.Contains(header.Name)) continue;
            var needsTag = header.Name == "To" && tag is not null && header.Value is NameAddress { Tag: null };
            response.Headers.Add(needsTag ? new("To", ((NameAddress)header.Value!).WithTag(tag!)) : header);
        }
        return response;
    }
}
