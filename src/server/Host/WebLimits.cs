using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Centrala.Server.Host;

/// <summary>How much of everything one client, or all of them, may ask of the web server. Beyond it a request is refused.</summary>
static class WebLimits
{
    /// <summary>A body, unless the route says otherwise (uploads do).</summary>
    public const long BodyBytes = 256 * 1024;

    public const int HeaderBytes = 16 * 1024;

    public const int Headers = 64;

    public const int RequestLineBytes = 4 * 1024;

    public const long Connections = 12_000;

    /// <summary>WebSockets: desks and widgets.</summary>
    public const long UpgradedConnections = 11_000;

    /// <summary>For the headers to arrive; a slow sender is no more patient than that.</summary>
    public static readonly TimeSpan HeadersArrive = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan IdleConnection = TimeSpan.FromMinutes(2);

    /// <summary>At a stop, how long running requests may take to end.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = Headers;
        kestrel.Limits.MaxRequestLineSize = RequestLineBytes;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = UpgradedConnections;
        kestrel.Limits.RequestHeadersTimeout = HeadersArrive;
        kestrel.Limits.KeepAliveTimeout = IdleConnection;
    }
}
