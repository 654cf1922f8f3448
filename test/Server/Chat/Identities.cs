using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Centrala.Server.Tests.Chat;

/// <summary>Signs customers' identities as a partner's page would (RFC 7515, HS256).</summary>
static class Identities
{
    public static string Sign(string secret, object claims, string algorithm = "HS256")
    {
        var signed = $"{Encode(new { alg = algorithm, typ = "JWT" })}.{Encode(claims)}";
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
