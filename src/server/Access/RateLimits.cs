using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Centrala.Server.Access;

/// <summary>How many requests one address may send. The address is the real client's: behind a proxy, the one that a
/// trusted proxy forwarded. A centre's agents often share one, so the limits leave room for a whole floor.</summary>
/// <param name="Requests">Requests to the API at once.</param>
/// <param name="RequestsRefill">How many of them come back with each refill.</param>
/// <param name="SignIns">Attempts that prove a secret (password, code, link) at once.</param>
/// <param name="SignInsRefill">How many of them come back with each refill.</param>
public sealed record RateLimits(int Requests, int RequestsRefill, int SignIns, int SignInsRefill)
{
    /// <summary>The policy's name on routes.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Addresses of IPv6 are given out in networks of this size; one person has them all.</summary>
    const int NetworkBytes = 8;

    public static readonly RateLimits Default = new(4_000, 1_000, 300, 5);

    /// <summary>How often the refill comes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    public void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = AccessProblems.TooManyRequests.Status;
        options.OnRejected = static async (rejection, _) =>
        {
            var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? after : TimeSpan.FromSeconds(1);
            rejection.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await AccessProblems.TooManyRequests.Write(rejection.HttpContext);
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/live")
                ? Bucket(context, Requests, RequestsRefill) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(SignIn, context => Bucket(context, SignIns, SignInsRefill));
    }

    RateLimitPartition<string> Bucket(HttpContext context, int atOnce, int refill) =>
        RateLimitPartition.GetTokenBucketLimiter(NetworkOf(context.Connection.RemoteIpAddress), _ => new()
        {
            TokenLimit = atOnce,
            TokensPerPeriod = refill,
            ReplenishmentPeriod = Every,
            QueueLimit = 0,
            AutoReplenishment = true,
        });

    /// <summary>What counts as one client: an IPv4 address, or the network of an IPv6 address.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.ToString() : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes));
    }
}
