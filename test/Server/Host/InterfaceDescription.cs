using System.Text.Json;
using Centrala.Server.Host;
using Centrala.Testing;
using Microsoft.AspNetCore.Routing;

namespace Centrala.Server.Tests.Host;

public sealed class The_description_of_the_interface(SweptCentre fixture) : IClassFixture<SweptCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_repository_is_what_the_routes_say()
    {
        var kept = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, WriteDescription.Path), Cancel);
        var said = await Description.Write(centre.App.Services, Cancel);
        Assert.True(kept == said, $"{WriteDescription.Path} is not what the routes say. Run ./centrala openapi and commit it.");
    }

    [Fact]
    public async Task Names_every_route_once_and_sums_it_up()
    {
        var operations = await Operations();
        Assert.Empty(operations.Where(one => one.Id is null || one.Summary is null).Select(one => one.Route));
        Assert.Empty(operations.GroupBy(one => one.Id).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public async Task Tells_for_every_route_who_may_come_in() =>
        Assert.Empty((await Operations()).Where(one => one.Permission is null == one.OpenBecause is null).Select(one => one.Route));

    [Fact]
    public void Leaves_no_route_without_exactly_one_door()
    {
        var routes = centre.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.Empty(routes
            .Where(route => route.Metadata.Count(one => one is RequiredPermission or OpenToAnybody) != 1)
            .Select(route => route.DisplayName));
    }

    async Task<IReadOnlyList<Operation>> Operations() =>
        Operation.In(await Description.Write(centre.App.Services, Cancel));
}

/// <summary>One route and method as the description has it.</summary>
/// <param name="Permission">Null for a route that is open to anybody.</param>
/// <param name="TakesJson">True when it reads a JSON body.</param>
/// <param name="UnknownId">What the path could hold and nobody has.</param>
sealed record Operation(
    string Method, string Path, string? Id, string? Summary, string? Permission, string? OpenBecause, bool TakesJson,
    string UnknownId)
{
    public string Route => $"{Method} {Path}";

    public static IReadOnlyList<Operation> In(string description)
    {
        using var document = JsonDocument.Parse(description);
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(method => method.Value.ValueKind == JsonValueKind.Object && method.Name != "parameters")
            .Select(method => Read(path.Name, method)))];
    }

    static bool IsNumbered(JsonElement method) =>
        method.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(one =>
            one.GetProperty("in").GetString() == "path" && one.GetProperty("schema").GetProperty("type").ToString() == "integer");

    static Operation Read(string path, JsonProperty method)
    {
        string? Text(string name) => method.Value.TryGetProperty(name, out var value) ? value.GetString() : null;
        var json = method.Value.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").TryGetProperty("application/json", out _);
        return new(
            method.Name.ToUpperInvariant(), path, Text("operationId"), Text("summary"),
            Text(Description.PermissionExtension), Text(Description.OpenExtension), json,
            IsNumbered(method.Value) ? "987654321" : Guid.CreateVersion7().ToString());
    }
}
