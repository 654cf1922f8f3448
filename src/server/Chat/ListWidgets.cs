using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The widgets of the partners whom one serves.</summary>
static class ListWidgets
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/widgets", Handle).WithName("listWidgets").WithSummary("Widgets and their keys")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<IReadOnlyList<WidgetView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await WidgetView.Read(work, null));
    }
}
