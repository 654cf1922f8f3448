namespace Centrala.Server.Access;

/// <summary>Where the browser keeps a session's secret: out of reach of scripts and of other sites.</summary>
static class SessionCookie
{
    /// <summary>Browsers take this name only with Secure, without a domain and for the whole host.</summary>
    public const string Name = "__Host-centrala";

    /// <summary>On plain http, which is let in from the same machine only.</summary>
    public const string LoopbackName = "centrala";

    public static BearerSecret? Read(HttpContext context) =>
        context.Request.Cookies[NameFor(context)] is { Length: > 0 and <= BearerSecret.MaximumLength } text
            ? new BearerSecret(text) : null;

    public static void Set(HttpContext context, BearerSecret secret, TimeSpan lifetime) =>
        context.Response.Cookies.Append(NameFor(context), secret.Text, Options(context, lifetime));

    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context), Options(context, null));

    static string NameFor(HttpContext context) => context.Request.IsHttps ? Name : LoopbackName;

    static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
