using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>What became of a datagram.</summary>
/// <param name="Message">
/// What could be read; with a <paramref name="Fault"/> only its <see cref="SipMessage.Headers"/> may be looked at, for
/// a refusal. Null where there is no message at all.
/// </param>
/// <param name="Fault">Null for a good message.</param>
public sealed record Parsed(SipMessage? Message, Fault? Fault);

/// <summary>Why a message is refused.</summary>
/// <param name="Status">What the sender of a request is told; null for what is dropped in silence.</param>
public sealed record Fault(int? Status, string Reason);

/// <summary>
/// Reads messages of RFC 3261. Refused is only what the grammar and the rules of messages refuse; what a user agent makes
/// of a good message is another matter. Lenient: a lone LF ends a line, hosts may hold an underscore, names letters beyond
/// ASCII, Max-Forwards may be absent, as RFC 2543 had it, and so may the empty line where a Content-Length of 0 says it all.
/// </summary>
public static class SipParser
{
    public const int MessageBytesMax = 65_535;
    const int HeadersMax = 256;

    static readonly UTF8Encoding utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a datagram, or what a stream's framing cut out as one message.</summary>
    /// <returns>Neither message nor fault for a keep-alive: line ends alone.</returns>
    public static Parsed Parse(ReadOnlySpan<byte> datagram)
    {
        datagram = datagram.TrimStart("\r\n"u8);
        if (datagram.IsEmpty) return new(null, null);
        if (datagram.Length > MessageBytesMax) return new(null, new(null, "The message is too long."));

        var body = EndOfHead(datagram);
        var head = Text(body < 0 ? datagram : datagram[..body]);
        var lines = Lines.Unfold(head);
        var parsed = StartLine.Read(lines[0]);
        if (parsed.Message is not { } message) return parsed;

        var fault = parsed.Fault;
        if (lines.Count - 1 > HeadersMax) return new(null, new(null, "There are too many headers."));
        for (var i = 1; i < lines.Count; i++)
            if (HeaderLine.ReadInto(message.Headers, lines[i]) is { } problem) fault ??= Bad(problem);
        fault ??= MessageRules.Check(message) is { } broken ? Bad(broken) : null;
        fault ??= body < 0 ? CheckEnd(message, datagram) : TakeBody(message, datagram[body..]);
        // There is nobody to tell: a response is never answered, and neither is an ACK.
        if (message is SipResponse or SipRequest { Method: "ACK" }) fault = fault is null ? null : fault with { Status = null };
        return new(message, fault);
    }

    static Fault Bad(string problem) => new(400, problem);

    /// <summary>UTF-8; what is not, is read as Latin-1, which old gateways write into names.</summary>
    static string Text(ReadOnlySpan<byte> head)
    {
        try
        {
            return utf8.GetString(head);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(head);
        }
    }

    /// <summary>Where the body begins; negative when the headers never end.</summary>
    static int EndOfHead(ReadOnlySpan<byte> datagram)
    {
        for (var at = 0; datagram[at..].IndexOf((byte)'\n') is var length and >= 0;)
        {
            at += length + 1;
            if (datagram[at..].StartsWith("\r\n"u8)) return at + 2;
            if (datagram[at..].StartsWith("\n"u8)) return at + 1;
        }
        return -1;
    }

    /// <summary>Without the empty line after the headers, only a message that says it has no body is sure to be whole.</summary>
    static Fault? CheckEnd(SipMessage message, ReadOnlySpan<byte> datagram) =>
        datagram[^1] == '\n' && message.Headers.Number("Content-Length") == 0 ? null : Bad("The empty line after the headers is missing.");

    /// <summary>Octets beyond the Content-Length are none of the message's (RFC 3261 18.3).</summary>
    static Fault? TakeBody(SipMessage message, ReadOnlySpan<byte> rest)
    {
        var length = message.Headers.Number("Content-Length") ?? rest.Length;
        if (length > rest.Length) return Bad("The body is shorter than its Content-Length.");
        message.Body = rest[..(int)length].ToArray();
        return null;
    }
}
