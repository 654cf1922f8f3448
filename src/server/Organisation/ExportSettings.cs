using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Hands out the organisation as one text.</summary>
static class ExportSettings
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/settings", Handle).WithName("exportSettings").WithSummary("The organisation's settings as one text")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<SettingsText>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await SettingsText.Read(work, versions: false));
    }
}
