using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Host;

/// <summary>Serves the workspace's page on every address that nothing else answers, and the files of both programs.</summary>
static class BrowserPrograms
{
    /// <summary>What the build writes into the page where a nonce belongs.</summary>
    const string NoncePlace = "{{nonce}}";

    const int NonceBytes = 18;

    /// <summary>First parts of addresses that belong to programs: there a missing page is an error, not the workspace.</summary>
    static readonly string[] forPrograms = ["api", "widget", "live", "health", "metrics", "problems"];

    /// <summary>Stands behind routing: what a route answers never comes here.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return reads && context.GetEndpoint() is null ? Answer(context, next) : next(context);
    });

    static Task Answer(HttpContext context, RequestDelegate next)
    {
        var files = context.RequestServices.GetRequiredService<WebFiles>();
        var path = context.Request.Path.Value!.TrimStart('/');
        if (path.StartsWith("assets/", StringComparison.Ordinal))
            return Send(context, files.Find("workspace/" + path), WebFiles.Immutable, next);
        if (path.StartsWith("widget/", StringComparison.Ordinal)) return SendWidget(context, files.Find(path), next);
        if (forPrograms.Contains(path.Split('/')[0])) return next(context);
        if (Path.HasExtension(path) && path != "index.html")
            return Send(context, files.Find("workspace/" + path), WebFiles.Revalidate, next);
        return files.Find("workspace/index.html") is { } page ? SendPage(context, page) : NotBuilt(context);
    }

    /// <summary>Loaded by the pages of others: any of them may read it, and it may run inside them.</summary>
    static Task SendWidget(HttpContext context, WebFile? file, RequestDelegate next)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Send(context, file, WebFiles.Revalidate, next);
    }

    static Task Send(HttpContext context, WebFile? file, string cacheControl, RequestDelegate next) =>
        file is null ? next(context) : WebFiles.Send(context, file, cacheControl);

    static Task SendPage(HttpContext context, WebFile page)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Response.Headers.CacheControl = WebFiles.Revalidate;
        context.Response.Headers.ContentSecurityPolicy = PagePolicy(nonce);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            Encoding.UTF8.GetString(page.Plain).Replace(NoncePlace, nonce, StringComparison.Ordinal), context.RequestAborted);
    }

    /// <summary>Scripts and styles run only with this answer's nonce, or when loaded by a script that has it.</summary>
    static string PagePolicy(string nonce) => string.Join("; ",
        "default-src 'none'", $"script-src 'nonce-{nonce}' 'strict-dynamic'", $"style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'", "media-src 'self' blob:",
        "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");

    static Task NotBuilt(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "The workspace has not been built. Run ./centrala build, then start again.", context.RequestAborted);
    }
}
