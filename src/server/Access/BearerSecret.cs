using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Access;

/// <summary>
/// Something that proves a right by being known: a session's cookie, a one-time link, an API token. It is
/// shown once; the database keeps its SHA-256, so that a stolen backup opens nothing. 256 random bits need no
/// slow hash.
/// </summary>
readonly record struct BearerSecret(string Text)
{
    const int RandomBytes = 32;

    /// <summary>Longer texts are nobody's secret and are not hashed.</summary>
    public const int MaximumLength = 100;

    /// <param name="prefix">Tells people (and secret scanners) what they are looking at.</param>
    public static BearerSecret New(string prefix = "") =>
        new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));

    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    /// <summary>A secret never reaches a log by accident.</summary>
    public override string ToString() => "(secret)";
}
