namespace Centrala.Protocols.Sip;

/// <summary>What a user agent can do.</summary>
/// <param name="Methods">Those it serves; others are answered 405 where RFC 3261 or a later one knows them, else 501.</param>
/// <param name="Extensions">Option tags such as "100rel".</param>
public sealed record Capabilities(IReadOnlyList<string> Methods, IReadOnlyList<string> Extensions, IReadOnlyList<MediaType> Bodies)
{
    /// <summary>A telephone that is called, transferred and kept alive.</summary>
    public static readonly Capabilities Telephone = new(
        ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "PRACK", "UPDATE", "REFER", "NOTIFY", "INFO", "REGISTER", "MESSAGE"],
        ["100rel", "timer", "replaces"],
        [MediaType.Sdp, MediaType.SipFragment, new("text", "plain", Parameters.None), new("multipart", "*", Parameters.None)]);
}

/// <summary>Looks at a good request as section 8.2 of RFC 3261 bids a user agent, before anyone acts on it.</summary>
public static class Admission
{
    static readonly string[] known =
        ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "PRACK", "UPDATE", "REFER", "NOTIFY", "SUBSCRIBE", "INFO", "MESSAGE", "PUBLISH"];

    /// <returns>The refusal, with the headers that it must have; null when the request is one for this agent.</returns>
    public static SipResponse? Refuse(SipRequest request, Capabilities can, string tag)
    {
        if (!can.Methods.Contains(request.Method))
        {
            var isKnown = known.Contains(request.Method);
            return With(request.Answer(isKnown ? 405 : 501, tag), isKnown ? "Allow" : null, can.Methods);
        }
        if (request.Uri is not SipUri && !request.Uri.Scheme.Equals("tel", StringComparison.OrdinalIgnoreCase))
            return request.Answer(416, tag);
        if (request.Method is "ACK" or "CANCEL") return null;

        var unsupported = request.Headers.All("Require").Select(one => one.Text)
            .Where(one => !can.Extensions.Contains(one, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unsupported.Count > 0) return With(request.Answer(420, tag), "Unsupported", unsupported);
        if (request.Body.Length > 0 && !MayHaveBody(request, can))
            return With(request.Answer(415, tag), "Accept", can.Bodies.Select(one => one.ToString()));
        return request.Method == "INVITE" && !TakesSdp(request) ? request.Answer(406, tag) : null;
    }

    static bool MayHaveBody(SipRequest request, Capabilities can) =>
        request.ContentType is { } type && can.Bodies.Any(one => one.Covers(type)) && request.Headers["Content-Encoding"] is null or "identity";

    /// <summary>A call is answered with SDP: who takes none cannot be answered.</summary>
    static bool TakesSdp(SipRequest request) => !request.Headers.Has("Accept")
        || request.Headers.Values<MediaType>("Accept").Any(one => one.Covers(MediaType.Sdp));

    static SipResponse? With(SipResponse? response, string? name, IEnumerable<string> values)
    {
        if (name is not null) response?.Headers.Add(name, string.Join(", ", values));
        return response;
    }
}
