using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>Takes a visitor's file, for a message that follows.</summary>
static class SendVisitorFile
{
    /// <summary>Bytes around the file in the form.</summary>
    const int FormBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/files", Handle).WithName("sendVisitorFile").WithSummary("Hand over a file in one's own chat")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ChatLimits.FileBytesMax + FormBytes))
        .DisableAntiforgery()
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Write);

    static async Task<Results<Ok<FileView>, ProblemHttpResult>> Handle(
        IFormFile file, [Microsoft.AspNetCore.Mvc.FromForm] Guid clientId, HttpContext context, Visitors visitors,
        BlockedVisitors blocked, Files files, CancellationToken cancel)
    {
        if ((await visitors.Admit(context.Request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        var (pass, widget) = visitor;
        if (widget.FilesPerMessage == 0) return ChatProblems.TooManyFiles.Answer();
        if (await blocked.Includes(widget.PartnerId, pass.Visitor, context.Connection.RemoteIpAddress, null, cancel))
            return ChatProblems.VisitorBlocked.Answer();
        var (read, why) = await Files.Read(file, clientId, pass.Conversation, widget.PartnerId, null, cancel);
        if (read is null) return why!.Answer();
        return await files.Store(read, cancel) is { } stored ? TypedResults.Ok(stored) : ChatProblems.TooManyFiles.Answer();
    }
}
