namespace Centrala.Server.Chat;

/// <summary>Hands a file to staff who may see its conversation.</summary>
static class GetFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/files/{id:guid}", Handle).WithName("getFile").WithSummary("A file of a conversation")
        .Produces<byte[]>(200, "application/octet-stream")
        .Requires(Permission.ReadConversations);

    static async Task<IResult> Handle(Guid id, Actor actor, HttpResponse response, Files files, CancellationToken cancel) =>
        await files.Download(actor, id, response, cancel) ?? CommonProblems.NotFound.Answer();
}
