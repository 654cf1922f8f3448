using System.Threading.RateLimiting;
using Centrala.Server.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Centrala.Server.Chat;

/// <summary>How much one address may ask of the widget's routes: so many at once, refilled by so many a second.</summary>
/// <remarks>A household or an office shares an address. Configuration section <c>WidgetLimits</c> overrides the numbers.</remarks>
public sealed record WidgetLimits
{
    /// <summary>Names of the policies on routes.</summary>
    public const string Start = "widget-start";

    public const string Write = "widget-write";

    public const string Read = "widget-read";

    public const string Section = "WidgetLimits";

    /// <summary>Chats that begin.</summary>
    public int Starts { get; init; } = 60;

    public int StartsPerSecond { get; init; } = 1;

    /// <summary>Messages, files and ends.</summary>
    public int Writes { get; init; } = 600;

    public int WritesPerSecond { get; init; } = 20;

    /// <summary>Settings, conversations, tokens, live lines.</summary>
    public int Reads { get; init; } = 1_200;

    public int ReadsPerSecond { get; init; } = 60;

    public void Apply(RateLimiterOptions options)
    {
        options.AddPolicy(Start, context => Bucket(context, Starts, StartsPerSecond));
        options.AddPolicy(Write, context => Bucket(context, Writes, WritesPerSecond));
        options.AddPolicy(Read, context => Bucket(context, Reads, ReadsPerSecond));
    }

    static RateLimitPartition<string> Bucket(HttpContext context, int atOnce, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(RateLimits.NetworkOf(context.Connection.RemoteIpAddress), _ => new()
        {
            TokenLimit = atOnce,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
}
