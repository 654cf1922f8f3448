namespace Centrala.Server.Access;

/// <summary>
/// Refuses requests that another site made a signed-in person's browser send. What changes something needs a header
/// that no foreign page can add without asking; browsers also say where a request comes from, and so do WebSockets.
/// The widget's routes are for foreign pages and use no cookie; tokens are not sent by browsers on their own.
/// </summary>
sealed class CrossSiteGuard(RequestDelegate next)
{
    public const string Header = "X-Centrala";
    const string Live = "/live";
    static readonly string[] ActingByCookie = ["/api", Live];

    public Task Invoke(HttpContext context) =>
        IsForeign(context.Request) ? AccessProblems.CrossSite.Write(context) : next(context);

    static bool IsForeign(HttpRequest request)
    {
        if (!ActingByCookie.Any(prefix => request.Path.StartsWithSegments(prefix))) return false;
        if (Authentication.BearerOf(request) is not null) return false;
        var live = request.Path.StartsWithSegments(Live);
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method);
        if (safe && !live) return false;
        return ComesFromElsewhere(request) || (!live && request.Headers[Header] != "1");
    }

    static bool ComesFromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var own = $"{request.Scheme}://{request.Host}";
        return (origin.Length > 0 && !origin.Equals(own, StringComparison.OrdinalIgnoreCase))
            || site is not ("" or "same-origin" or "none");
    }
}
