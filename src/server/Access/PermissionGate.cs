namespace Centrala.Server.Access;

/// <summary>Refuses a request whose actor lacks the route's permission, and any route that declares nothing.</summary>
sealed class PermissionGate(RequestDelegate next)
{
    public static readonly Problem SignInNeeded = new("sign-in-needed", 401, "Sign in first",
        "The request carried no valid session or token. Nothing was changed. Sign in and try again.");

    public static readonly Problem NotPermitted = new("not-permitted", 403, "Not permitted",
        "Your roles do not include what this needs. Nothing was changed. Ask an administrator if you should have it.");

    public Task Invoke(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<OpenToAnybody>() is not null) return next(context);
        if (context.Features.Get<Actor>() is not { } actor) return SignInNeeded.Write(context);
        var needed = endpoint.Metadata.GetMetadata<RequiredPermission>();
        return needed is not null && actor.May(needed.Permission) ? next(context) : NotPermitted.Write(context);
    }
}
