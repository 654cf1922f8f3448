using System.Security.Cryptography;
using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>The sums of the digest scheme (RFC 7616, RFC 8760).</summary>
static class DigestAlgorithm
{
    public const string Md5 = "MD5", Sha256 = "SHA-256";

    public static bool Knows(string name) => Same(name, Md5) || Same(name, Sha256);

    public static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>In lower-case hexadecimal.</summary>
#pragma warning disable CA5351 // Telephones in the field know nothing better than MD5; who can, is offered SHA-256 first.
    public static string Hash(string algorithm, string text) => Convert.ToHexStringLower(
        Same(algorithm, Sha256) ? SHA256.HashData(Encoding.UTF8.GetBytes(text)) : MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    /// <param name="secret">The hash of user, realm and password (A1), as it may be kept instead of the password.</param>
    /// <param name="count">Eight digits; null for peers of RFC 2069, which know neither it nor the client's nonce.</param>
    public static string Response(string algorithm, string secret, string nonce, string? count, string? clientNonce, string method, string uri)
    {
        var request = Hash(algorithm, $"{method}:{uri}");
        return Hash(algorithm, count is null ? $"{secret}:{nonce}:{request}" : $"{secret}:{nonce}:{count}:{clientNonce}:auth:{request}");
    }

    public static string Secret(string algorithm, string user, string realm, string password) => Hash(algorithm, $"{user}:{realm}:{password}");
}

/// <summary>What may be kept of a password instead of itself: the digest of user, realm and password, by algorithm.</summary>
public static class DigestSecret
{
    public static string Md5(string user, string realm, string password) =>
        DigestAlgorithm.Secret(DigestAlgorithm.Md5, user, realm, password);

    public static string Sha256(string user, string realm, string password) =>
        DigestAlgorithm.Secret(DigestAlgorithm.Sha256, user, realm, password);

    /// <summary>Whether a request's sum asks for the stronger of the two.</summary>
    public static bool IsSha256(string algorithm) => DigestAlgorithm.Same(algorithm, DigestAlgorithm.Sha256);
}
