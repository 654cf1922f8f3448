using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Demo;

/// <summary>Ids of the demo company: made from names, so that filling it a second time meets what is there.</summary>
static class DemoId
{
    /// <param name="kind">A table's name, so that a queue and a widget may share a word.</param>
    public static Guid Of(string kind, string word)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"lighthouse-care/{kind}/{word}")).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x80); // Version 8: made by rules of our own (RFC 9562).
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
