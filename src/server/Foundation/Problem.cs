using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Centrala.Server.Foundation;

/// <summary>
/// A kind of refusal as the outside sees it (RFC 9457). Modules declare theirs as static readonly fields;
/// <see cref="All"/> finds them, and each has a page at its type's address.
/// </summary>
/// <param name="Name">Kebab case; the type is <c>/problems/{Name}</c> and stays the same for ever.</param>
/// <param name="Status">HTTP status, 400–599.</param>
/// <param name="Title">Short and the same for every occurrence.</param>
/// <param name="Explanation">What happened, what is safe, what to do; the text of the page.</param>
public sealed record Problem(string Name, int Status, string Title, string Explanation)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Every problem that the program declares, by name.</summary>
    public static IReadOnlyDictionary<string, Problem> All { get; } = typeof(Problem).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .SelectMany(Declared)
        .DistinctBy(problem => problem.Name)
        .OrderBy(problem => problem.Name, StringComparer.Ordinal)
        .ToDictionary(problem => problem.Name);

    /// <param name="detail">What is particular to this occurrence; never personal data of somebody else.</param>
    public ProblemHttpResult Answer(string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null) =>
        TypedResults.Problem(Details(detail, errors));

    /// <summary>Answers outside of a route's handler: middleware, hubs, fallbacks.</summary>
    public Task Write(HttpContext context, string? detail = null)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = Status;
        context.Features.Set(this);
        return context.Response.WriteAsJsonAsync(
            Details(detail, null), JsonSerializerOptions.Web, MediaType, context.RequestAborted);
    }

    static IEnumerable<Problem> Declared(FieldInfo field) =>
        field.FieldType == typeof(Problem) ? [(Problem)field.GetValue(null)!]
        : field.FieldType == typeof(IReadOnlyList<Problem>) ? (IReadOnlyList<Problem>)field.GetValue(null)!
        : [];

    ProblemDetails Details(string? detail, IReadOnlyDictionary<string, string[]>? errors)
    {
        var details = new ProblemDetails { Type = "/problems/" + Name, Status = Status, Title = Title, Detail = detail };
        if (errors is not null) details.Extensions["errors"] = errors;
        return details;
    }
}
