using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>
/// Cuts messages out of a stream of bytes, TCP or TLS, by their Content-Length (RFC 3261 18.3), and finds the keep-alives
/// between them (RFC 5626 3.5.1).
/// </summary>
public sealed class StreamFrames
{
    const int HeadBytesMax = 32_768;

    readonly byte[] bytes = new byte[HeadBytesMax + SipParser.MessageBytesMax];
    int length, taken;

    /// <summary>Where the next bytes that arrive go; say how many came to <see cref="Fill"/>.</summary>
    public Memory<byte> Free
    {
        get
        {
            bytes.AsSpan(taken..length).CopyTo(bytes);
            (length, taken) = (length - taken, 0);
            return bytes.AsMemory(length);
        }
    }

    /// <summary>The peer sent two line ends and wants one in return.</summary>
    public bool WantsPong { get; private set; }

    /// <summary>After this nobody can tell where a message begins: close the connection.</summary>
    public bool IsBroken { get; private set; }

    public void Fill(int count) => length += count;

    /// <param name="message">To be read before the next call.</param>
    /// <returns>False when no whole message is there yet.</returns>
    public bool TryTake(out ReadOnlySpan<byte> message)
    {
        message = default;
        SkipKeepAlives();
        var rest = bytes.AsSpan(taken..length);
        var head = rest.IndexOf("\r\n\r\n"u8);
        IsBroken |= head < 0 && rest.Length > HeadBytesMax;
        if (head < 0 || IsBroken) return false;
        var body = BodyBytes(rest[..head]);
        IsBroken = body is null or > SipParser.MessageBytesMax;
        if (IsBroken || rest.Length < head + 4 + body) return false;
        message = rest[..(head + 4 + body!.Value)];
        taken += message.Length;
        return true;
    }

    void SkipKeepAlives()
    {
        WantsPong = false;
        while (length - taken >= 2 && bytes[taken] == '\r' && bytes[taken + 1] == '\n')
        {
            WantsPong |= length - taken >= 4 && bytes[taken + 2] == '\r' && bytes[taken + 3] == '\n';
            taken += 2;
        }
    }

    /// <returns>0 where there is no such header; null where it cannot be read.</returns>
    static int? BodyBytes(ReadOnlySpan<byte> head)
    {
        foreach (var line in Encoding.Latin1.GetString(head).Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].TrimEnd() is not { } name) continue;
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && name is not ("l" or "L")) continue;
            return int.TryParse(line[(colon + 1)..].Trim(), out var bytes) && bytes >= 0 ? bytes : null;
        }
        return 0;
    }
}
