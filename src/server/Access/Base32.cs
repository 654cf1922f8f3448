using System.Text;

namespace Centrala.Server.Access;

/// <summary>RFC 4648 base 32 without padding: how people type the secret of an authenticator.</summary>
static class Base32
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int BitsPerLetter = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + BitsPerLetter - 1) / BitsPerLetter);
        int pending = 0, bits = 0;
        foreach (var value in bytes)
        {
            pending = (pending << 8) | value;
            for (bits += 8; bits >= BitsPerLetter; bits -= BitsPerLetter)
                text.Append(Alphabet[(pending >> (bits - BitsPerLetter)) & 31]);
            pending &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(pending << (BitsPerLetter - bits)) & 31]);
        return text.ToString();
    }
}
