using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Takes a file of a member of staff, for a message that follows.</summary>
static class SendStaffFile
{
    const int FormBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{id:guid}/files", Handle).WithName("sendFile").WithSummary("Hand over a file in a conversation")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ChatLimits.FileBytesMax + FormBytes))
        .DisableAntiforgery()
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<FileView>, ProblemHttpResult>> Handle(
        Guid id, IFormFile file, Actor actor, Db database, Files files, CancellationToken cancel)
    {
        await using (var work = await database.Begin(actor, cancel))
        {
            if (await StaffConversation.Find(work, id) is not { } found) return CommonProblems.NotFound.Answer();
            var (read, refusal) = await Files.Read(file, Guid.NewGuid(), id, found.PartnerId, actor.Id, cancel);
            if (read is null) return refusal!.Answer();
            return await files.Store(read, cancel) is { } stored ? TypedResults.Ok(stored) : ChatProblems.TooManyFiles.Answer();
        }
    }
}
