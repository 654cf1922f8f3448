using Microsoft.Net.Http.Headers;

namespace Centrala.Server.Chat;

/// <summary>
/// Lets pages of other sites talk to the widget's routes: answers a browser's question beforehand, and lets the page read the
/// answer when its widget lists it. No cookie is ever asked for, so a foreign page gains nothing by asking.
/// </summary>
sealed class WidgetDoor(RequestDelegate next)
{
    const string Prefix = "/widget";

    /// <summary>Seconds for which a browser need not ask again.</summary>
    const string AskAgainAfter = "3600";

    public Task Invoke(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix)) return next(context);
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{HeaderNames.RetryAfter}, {HeaderNames.ContentDisposition}";
        if (!HttpMethods.IsOptions(context.Request.Method)) return next(context);
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = $"{HeaderNames.Authorization}, {HeaderNames.ContentType}";
        headers.AccessControlMaxAge = AskAgainAfter;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Whether the page that a request comes from may use the widget. The centre's own pages may always.</summary>
    public static bool MayUse(HttpRequest request, Widget widget)
    {
        var origin = request.Headers.Origin.ToString();
        return widget.Allows(origin.Length == 0 ? null : origin)
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
