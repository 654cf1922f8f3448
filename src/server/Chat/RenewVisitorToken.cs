using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>Exchanges a visitor's token for a fresh one, also some days after it expired.</summary>
static class RenewVisitorToken
{
    public sealed record Response(string Token, DateTimeOffset RenewAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/token", Handle).WithName("renewVisitorToken").WithSummary("Exchange the chat's token for a fresh one")
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        HttpRequest request, Visitors visitors, VisitorToken tokens, BlockedVisitors blocked, TimeProvider time,
        CancellationToken cancel)
    {
        if ((await visitors.AdmitForRenewal(request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        var (pass, widget) = visitor;
        if (await blocked.Includes(widget.PartnerId, pass.Visitor, null, null, cancel)) return ChatProblems.VisitorBlocked.Answer();
        var now = time.GetUtcNow();
        return TypedResults.Ok(new Response(
            tokens.Issue(pass.Conversation, pass.Widget, pass.Visitor, now), VisitorToken.RenewAt(now)));
    }
}
