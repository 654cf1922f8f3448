using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>A visitor's own conversation: where it stands, and what was said after a message.</summary>
static class ShowVisitorConversation
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversation", Handle).WithName("showVisitorConversation").WithSummary("One's own chat, after a message")
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<Results<Ok<VisitorConversation>, ProblemHttpResult>> Handle(
        HttpRequest request, Visitors visitors, VisitorConversations conversations, CancellationToken cancel, int after = 0)
    {
        if ((await visitors.Admit(request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        return await conversations.Read(visitor, after, cancel) is { } conversation
            ? TypedResults.Ok(conversation) : CommonProblems.NotFound.Answer();
    }
}
