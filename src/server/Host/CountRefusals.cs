using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Mvc;

namespace Centrala.Server.Host;

/// <summary>
/// Counts every refused request by its problem and route, so that an operator sees what is tried and what fails.
/// </summary>
sealed class CountRefusals(RequestDelegate next)
{
    static readonly Meter meter = new("Centrala.Host");

    static readonly Counter<long> refusals =
        meter.CreateCounter<long>("http.refusals", "requests", "Requests that were refused, by problem and route.");

    public async Task Invoke(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest) return;
        var problem = context.Features.Get<Problem>()?.Name ?? "none";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        Count(problem, route);
    }

    public static void Count(string problem, string route) => refusals.Add(1, new("problem", problem), new("route", route));

    /// <summary>Tells this middleware which problem a handler answered with.</summary>
    public static void Note(HttpContext context, ProblemDetails details)
    {
        if (details.Type is { } type && Problem.All.TryGetValue(type.Split('/')[^1], out var problem))
            context.Features.Set(problem);
    }
}
