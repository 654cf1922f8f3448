using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>Writes messages as bytes, with the Content-Length of their body.</summary>
public static class SipWriter
{
    public static byte[] Write(SipMessage message)
    {
        var head = new StringBuilder(512);
        head.Append(message switch
        {
            SipRequest request => $"{request.Method} {request.Uri} SIP/2.0\r\n",
            SipResponse response => $"SIP/2.0 {response.Status} {response.Reason}\r\n",
            _ => throw new ArgumentException("A message is a request or a response.", nameof(message)),
        });
        foreach (var header in message.Headers)
        {
            if (header.Name == "Content-Length") continue;
            head.Append(header.Name).Append(": ").Append(header.Text).Append("\r\n");
        }
        head.Append("Content-Length: ").Append(message.Body.Length).Append("\r\n\r\n");

        var bytes = new byte[Encoding.UTF8.GetByteCount(head.ToString()) + message.Body.Length];
        var length = Encoding.UTF8.GetBytes(head.ToString(), bytes);
        message.Body.Span.CopyTo(bytes.AsSpan(length));
        return bytes;
    }
}
