using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>
/// Asks peers who they are, and checks their answer. Nonces carry their instant and a signature, so none is kept but
/// the counts of those that were used: a request that was overheard cannot be sent again.
/// </summary>
/// <param name="key">Signs nonces; 32 random bytes.</param>
/// <param name="secretOf">The hash of user, realm and password by that algorithm; null for a user that does not exist.</param>
/// <param name="offersSha256">Whether it is offered, before MD5. Telephones that know MD5 alone should pass over it; not all do.</param>
public sealed class DigestGuard(string realm, byte[] key, Func<string, string, string?> secretOf, bool offersSha256 = true)
{
    /// <summary>So many nonces in use are remembered; the oldest is forgotten, and its user asked anew.</summary>
    public const int NoncesMax = 100_000;

    public static readonly TimeSpan NonceLives = TimeSpan.FromMinutes(5);

    readonly Dictionary<string, long> counts = [];
    readonly Queue<string> used = new();

    /// <returns>The user's name; null when the request has to be challenged, with why.</returns>
    public string? Check(SipRequest request, DateTimeOffset at, out bool isStale)
    {
        isStale = false;
        foreach (var header in request.Headers.All("Authorization"))
        {
            if (AuthenticationValue.Read(header.Text) is not { IsDigest: true } value || value["realm"] != realm) continue;
            if (value["username"] is not { } user || value["nonce"] is not { } nonce || !IsRight(value, user, nonce, request)) continue;
            isStale = !IsFresh(nonce, at) || !IsFirst(nonce, value["nc"]);
            return isStale ? null : user;
        }
        return null;
    }

    /// <summary>A 401 with a challenge for each algorithm that is offered, the stronger first.</summary>
    public SipResponse? Challenge(SipRequest request, string tag, bool isStale, DateTimeOffset at)
    {
        var response = request.Answer(401, tag);
        foreach (var algorithm in offersSha256 ? (string[])[DigestAlgorithm.Sha256, DigestAlgorithm.Md5] : [DigestAlgorithm.Md5])
        {
            List<KeyValuePair<string, string>> parameters =
            [
                new("realm", Quoting.Quote(realm)), new("nonce", $"\"{NewNonce(at)}\""), new("algorithm", algorithm), new("qop", "\"auth\""),
            ];
            if (isStale) parameters.Add(new("stale", "true"));
            response?.Headers.Add("WWW-Authenticate", new AuthenticationValue("Digest", parameters).ToString());
        }
        return response;
    }

    bool IsRight(AuthenticationValue value, string user, string nonce, SipRequest request)
    {
        var algorithm = value["algorithm"] ?? DigestAlgorithm.Md5;
        if (!DigestAlgorithm.Knows(algorithm) || value["qop"] is not "auth" || value["nc"] is not { } count || value["uri"] is not { } uri) return false;
        if (uri != request.Uri.ToString() || secretOf(user, algorithm) is not { } secret) return false;
        var right = DigestAlgorithm.Response(algorithm, secret, nonce, count, value["cnonce"], request.Method, uri);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(value["response"] ?? ""));
    }

    string NewNonce(DateTimeOffset at)
    {
        var instant = at.UtcTicks.ToString("x", CultureInfo.InvariantCulture);
        return $"{instant}.{Signature(instant)}";
    }

    bool IsFresh(string nonce, DateTimeOffset at) =>
        nonce.Split('.') is [var instant, var signature] && signature == Signature(instant)
        && long.TryParse(instant, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks) && at.UtcTicks - ticks < NonceLives.Ticks;

    /// <summary>Whether this count is the nonce's greatest so far.</summary>
    bool IsFirst(string nonce, string? count)
    {
        if (!long.TryParse(count, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)) return false;
        if (counts.TryGetValue(nonce, out var last) && number <= last) return false;
        if (counts.TryAdd(nonce, number)) used.Enqueue(nonce);
        else counts[nonce] = number;
        if (used.Count > NoncesMax) counts.Remove(used.Dequeue());
        return true;
    }

    string Signature(string instant) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(instant)).AsSpan(0, 16));
}
