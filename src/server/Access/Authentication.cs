namespace Centrala.Server.Access;

/// <summary>
/// Finds out who asks: a person by the session's cookie or a program by its token. Puts the
/// <see cref="Actor"/> on the request's features; whether that is enough is for <see cref="PermissionGate"/> to say.
/// </summary>
sealed class Authentication(RequestDelegate next, Sessions sessions, ApiTokens tokens)
{
    const string Scheme = "Bearer ";

    public async Task Invoke(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is not null && endpoint.Metadata.GetMetadata<OpenToAnybody>() is null) await Recognise(context);
        await next(context);
    }

    /// <summary>What a program sent instead of a cookie; a request that carries it never acts by cookie.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim() : null;

    async Task Recognise(HttpContext context)
    {
        if (BearerOf(context.Request) is { } bearer)
        {
            if (await tokens.Find(bearer, context.RequestAborted) is { } program) context.Features.Set(program);
        }
        else if (SessionCookie.Read(context) is { } secret
            && await sessions.Find(secret, context.RequestAborted) is { } signedIn)
        {
            context.Features.Set(signedIn);
            context.Features.Set(signedIn.Actor);
        }
    }
}
