using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The picture of the partner for whom a widget is.</summary>
static class ShowWidgetLogo
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/logo", Handle).WithName("showWidgetLogo").WithSummary("The logo at the head of a widget")
        .Produces<byte[]>(200, "image/png")
        .OpenToAnybody("A page shows its widget before anybody is known; the key is public.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        string key, HttpResponse response, Widgets widgets, Db database, CancellationToken cancel)
    {
        if (await widgets.Find(key, cancel) is not { } widget) return ChatProblems.UnknownWidget.Answer();
        await using var work = await database.Begin(Actor.System, cancel);
        if (await Logo.Find(work, widget.PartnerId) is not { } logo) return CommonProblems.NotFound.Answer();
        return logo.Answer(response);
    }
}
