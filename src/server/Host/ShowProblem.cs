using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Host;

/// <summary>The page behind a problem's type: what happened, what is safe, what to do.</summary>
static class ShowProblem
{
    const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;"
        + "color-scheme:light dark}code{opacity:.7}";

    static readonly string policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))) + "'";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/problems/{name}", Handle).WithName("showProblem").WithSummary("What a problem means, as a page")
        .OpenToAnybody("Explains an error and holds nobody's data.").ExcludeFromDescription();

    static Results<ContentHttpResult, ProblemHttpResult> Handle(string name, HttpContext context)
    {
        if (!Problem.All.TryGetValue(name, out var problem)) return CommonProblems.NotFound.Answer();
        context.Response.Headers.ContentSecurityPolicy = policy;
        return TypedResults.Content(Page(problem), "text/html; charset=utf-8");
    }

    static string Page(Problem problem) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{WebUtility.HtmlEncode(problem.Title)}</title>
          <style>{Style}</style>
        </head>
        <body>
          <main>
            <h1>{WebUtility.HtmlEncode(problem.Title)}</h1>
            <p>{WebUtility.HtmlEncode(problem.Explanation)}</p>
            <p><code>{problem.Name} · {problem.Status}</code></p>
          </main>
        </body>
        </html>
        """;
}
