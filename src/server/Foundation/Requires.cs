namespace Centrala.Server.Foundation;

/// <summary>Marks a route with the permission it needs.</summary>
public sealed record RequiredPermission(Permission Permission);

/// <summary>Marks a route that anybody may call, with the reason why.</summary>
public sealed record OpenToAnybody(string Because);

/// <summary>A route's door: exactly one stands on each route. A test fails on a route without, and the gate refuses it.</summary>
public static class Requirements
{
    public static TBuilder Requires<TBuilder>(this TBuilder route, Permission permission)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequiredPermission(permission));

    /// <param name="because">Why nobody needs to be known here: read by the test and by people.</param>
    public static TBuilder OpenToAnybody<TBuilder>(this TBuilder route, string because)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OpenToAnybody(because));
}
