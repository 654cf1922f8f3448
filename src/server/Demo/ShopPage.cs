using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Demo;

/// <summary>The partners' own web pages, each with the widget's script tag, as any page would have it.</summary>
static class ShopPage
{
    public static readonly IReadOnlyList<string> Partners = ["slumber", "gateway", "kablo", "pixelforge"];

    static readonly string[] languages = ["pl", "en", "es", "pt-PT", "fr", "tr"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/demo/{partner}", Handle).ExcludeFromDescription()
        .OpenToAnybody("Invented shops, shown by the demo only.");

    /// <param name="language">Of the page; the first that it has when there is none such.</param>
    static Results<ContentHttpResult, NotFound> Handle(string partner, HttpContext context, string? language = null)
    {
        if (!Partners.Contains(partner)) return TypedResults.NotFound();
        var chosen = languages.Contains(language) ? language : null;
        var page = (chosen is null ? null : Read($"{partner}.{chosen}.html"))
            ?? languages.Select(known => Read($"{partner}.{known}.html")).First(found => found is not null)!;
        // Not the centre's page: it is as free as any shop's, and shows that the widget needs nothing from it.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; connect-src 'self' ws: wss:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }

    static string? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pages/" + name);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
