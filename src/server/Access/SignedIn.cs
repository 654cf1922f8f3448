namespace Centrala.Server.Access;

/// <summary>Who asks with which session; on the request's features beside the <see cref="Actor"/>.</summary>
/// <param name="Session">The session's id: what the list of sessions shows, no secret.</param>
/// <param name="Version">Of the person's rights when they were read; a change ends live connections.</param>
public sealed record SignedIn(Guid Session, Guid Person, int Version, DateTimeOffset ExpiresAt, Actor Actor)
{
    /// <summary>Binds a handler's parameter; null when a token asks instead of a person.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<SignedIn>());
}
