namespace Centrala.Server.Access;

/// <summary>
/// Tells browsers what an answer of ours may do: nothing, unless the route says otherwise. What it sets stays.
/// </summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The microphone is for the softphone; nothing else of the device is needed.</summary>
    const string Permissions = "microphone=(self), autoplay=(self), camera=(), geolocation=(), payment=(), usb=(), "
        + "serial=(), midi=(), display-capture=(), publickey-credentials-get=()";

    public Task Invoke(HttpContext context)
    {
        // At the start of the answer, because the answer to a failure clears what was set before.
        context.Response.OnStarting(static state => { Set((HttpContext)state); return Task.CompletedTask; }, context);
        return next(context);
    }

    static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy",
            context.Request.Path.StartsWithSegments("/widget") ? "cross-origin" : "same-origin");
        if (context.Request.IsHttps) headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        if (context.Request.Path.StartsWithSegments("/api")) headers.TryAdd("Cache-Control", "no-store");
    }
}
