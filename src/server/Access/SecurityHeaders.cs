using System.Security.Cryptography;

namespace Centrala.Server.Access;

/// <summary>Tells browsers what a page of ours may do. A route that knows better (the widget's script, a file) sets its
/// own header, and it stays.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const int NonceBytes = 16;
    static readonly object NonceKey = new();

    /// <summary>The microphone is for the softphone; nothing else of the device is needed.</summary>
    const string Permissions = "microphone=(self), autoplay=(self), camera=(), geolocation=(), payment=(), usb=(), "
        + "serial=(), bluetooth=(), midi=(), display-capture=(), publickey-credentials-get=()";

    public Task Invoke(HttpContext context)
    {
        // At the start of the answer, because the answer to a failure clears what was set before.
        context.Response.OnStarting(static state => { Set((HttpContext)state); return Task.CompletedTask; }, context);
        return next(context);
    }

    /// <summary>The one-time word that lets this answer's own scripts and styles run.</summary>
    public static string Nonce(HttpContext context)
    {
        if (context.Items.TryGetValue(NonceKey, out var known)) return (string)known!;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Items[NonceKey] = nonce;
        return nonce;
    }

    static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var nonce = context.Items.TryGetValue(NonceKey, out var word) ? $" 'nonce-{word}'" : "";
        headers.TryAdd("Content-Security-Policy",
            $"default-src 'none'; script-src 'self'{nonce}; style-src 'self'{nonce}; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
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
