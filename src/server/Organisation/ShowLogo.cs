using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>A partner's picture, for those who see the partner.</summary>
static class ShowLogo
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/partners/{id:guid}/logo", Handle).WithName("showLogo").WithSummary("A partner's logo")
        .Produces<byte[]>(200, "image/png")
        .Requires(Permission.OwnAccount);

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, HttpResponse response, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await Logo.Find(work, id) is not { } logo) return CommonProblems.NotFound.Answer();
        return logo.Answer(response);
    }
}
