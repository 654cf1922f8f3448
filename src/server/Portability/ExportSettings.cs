using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Portability;

/// <summary>Hands out what was set up as one text; with people in it only when asked to, and to those who manage people.</summary>
static class ExportSettings
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/settings", Handle).WithName("exportSettings").WithSummary("The settings as one text, with or without people")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<SettingsText>, ProblemHttpResult>> Handle(
        bool? people, Actor actor, Db database, CancellationToken cancel)
    {
        if (people == true && !actor.May(Permission.ManagePeople)) return PermissionGate.NotPermitted.Answer();
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await SettingsText.Read(work, versions: false, people ?? false));
    }
}
