using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>Takes a visitor's message of a running chat. Answered once it is stored; the same client id again changes nothing.</summary>
static class SendVisitorMessage
{
    /// <param name="FileIds">Files that were sent before and belong to this message.</param>
    public sealed record Request(Guid ClientId, string Text, IReadOnlyList<Guid>? FileIds = null);

    public sealed record Response(int Number, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/messages", Handle).WithName("sendVisitorMessage").WithSummary("Write into one's own chat")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ChatLimits.RequestBytesMax))
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Write);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, Visitors visitors, BlockedVisitors blocked, Files files, NewMessages messages,
        LateMessages late, TimeProvider time, CancellationToken cancel)
    {
        if ((await visitors.Admit(context.Request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        var (pass, widget) = visitor;
        var fileIds = request.FileIds ?? [];
        var validation = new Validation()
            .Check("clientId", request.ClientId == Guid.Empty ? Say($"Make a random id.") : null)
            .Check("text", MessageText.Objection(request.Text, mayBeEmpty: fileIds.Count > 0));
        if (validation.Failed) return validation.Answer();
        if (fileIds.Count > widget.FilesPerMessage) return ChatProblems.TooManyFiles.Answer();
        if (await blocked.Includes(widget.PartnerId, pass.Visitor, context.Connection.RemoteIpAddress, null, cancel))
            return ChatProblems.VisitorBlocked.Answer();

        var attached = await files.Find(pass.Actor, pass.Conversation, fileIds, cancel);
        if (attached.Count != fileIds.Count) return CommonProblems.NotFound.Answer("A file is not there.");
        var stored = await messages.Add(
            new(pass.Conversation, widget.PartnerId, request.ClientId, "reply", "customer", null, null, request.Text.Trim(),
                time.GetUtcNow())
            { Files = attached }, cancel);
        if (stored.Number == 0) return ChatProblems.ConversationOver.Answer();
        late.Look(pass.Conversation);
        return TypedResults.Ok(new Response(stored.Number, stored.At));
    }
}
