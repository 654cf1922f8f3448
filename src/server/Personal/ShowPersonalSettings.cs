using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Personal;

/// <summary>Tells a browser how the person who is signed in likes the workspace.</summary>
static class ShowPersonalSettings
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/personal-settings", Handle).WithName("showPersonalSettings").WithSummary("How one likes the workspace")
        .Requires(Permission.OwnAccount);

    static async Task<Ok<PersonalSettings>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await PersonalSettings.Of(work, actor.Id));
    }
}
