namespace Centrala.Server.Chat;

/// <summary>Hands a visitor a file of his own conversation.</summary>
static class GetVisitorFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/files/{id:guid}", Handle).WithName("getVisitorFile").WithSummary("A file of one's own chat")
        .Produces<byte[]>(200, "application/octet-stream")
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<IResult> Handle(Guid id, HttpContext context, Visitors visitors, Files files, CancellationToken cancel)
    {
        if ((await visitors.Admit(context.Request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        return await files.Download(visitor.Pass.Actor, id, context.Response, cancel) ?? CommonProblems.NotFound.Answer();
    }
}
