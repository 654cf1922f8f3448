namespace Centrala.Protocols.Sip;

/// <summary>This side's name and password with a peer, such as a trunk.</summary>
public sealed record DigestAccount(string User, string Password);

/// <summary>Answers the challenges of a peer (RFC 3261 22.2): once a request, with the strongest sum that both know.</summary>
public static class DigestAnswer
{
    /// <param name="response">A 401 or 407.</param>
    /// <param name="clientNonce">Unguessable, of token characters.</param>
    /// <returns>The header to send with the request when it is tried again; null when no challenge can be met.</returns>
    public static Header? To(SipResponse response, SipRequest request, DigestAccount account, string clientNonce)
    {
        var (asked, answered) = response.Status == 407 ? ("Proxy-Authenticate", "Proxy-Authorization") : ("WWW-Authenticate", "Authorization");
        var challenge = response.Headers.All(asked).Select(one => AuthenticationValue.Read(one.Text)).OfType<AuthenticationValue>()
            .Where(CanMeet).OrderByDescending(one => DigestAlgorithm.Same(Algorithm(one), DigestAlgorithm.Sha256)).FirstOrDefault();
        return challenge is null ? null : new Header(answered, Value(challenge, request, account, clientNonce).ToString());
    }

    static bool CanMeet(AuthenticationValue one) => one.IsDigest && one["nonce"] is not null && one["realm"] is not null
        && DigestAlgorithm.Knows(Algorithm(one)) && (one["qop"] is null || OffersAuth(one));

    static bool OffersAuth(AuthenticationValue one) =>
        one["qop"]!.Split(',', StringSplitOptions.TrimEntries).Contains("auth", StringComparer.OrdinalIgnoreCase);

    static string Algorithm(AuthenticationValue one) => one["algorithm"] ?? DigestAlgorithm.Md5;

    static AuthenticationValue Value(AuthenticationValue challenge, SipRequest request, DigestAccount account, string clientNonce)
    {
        var (realm, nonce, algorithm) = (challenge["realm"]!, challenge["nonce"]!, Algorithm(challenge));
        var uri = request.Uri.ToString();
        var count = challenge["qop"] is null ? null : "00000001";
        var secret = DigestAlgorithm.Secret(algorithm, account.User, realm, account.Password);
        var sum = DigestAlgorithm.Response(algorithm, secret, nonce, count, clientNonce, request.Method, uri);
        List<KeyValuePair<string, string>> parameters =
        [
            new("username", Quoting.Quote(account.User)), new("realm", Quoting.Quote(realm)), new("nonce", Quoting.Quote(nonce)),
            new("uri", Quoting.Quote(uri)), new("response", $"\"{sum}\""), new("algorithm", algorithm),
        ];
        if (count is not null) parameters.AddRange([new("cnonce", $"\"{clientNonce}\""), new("qop", "auth"), new("nc", count)]);
        if (challenge["opaque"] is { } opaque) parameters.Add(new("opaque", Quoting.Quote(opaque)));
        return new("Digest", parameters);
    }
}
