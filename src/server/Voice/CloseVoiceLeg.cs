using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>The tab is no longer to be heard; a desk phone then rings, where there is one.</summary>
static class CloseVoiceLeg
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/voice/leg/{id:guid}", Handle).WithName("closeVoiceLeg").WithSummary("Close the browser's sound")
        .Requires(Permission.HandleContacts);

    static async Task<NoContent> Handle(Guid id, Actor actor, Telephony telephony)
    {
        if (telephony.IsOn) await telephony.Link.Ask(new CloseBrowser(actor.Id, id), patience);
        return TypedResults.NoContent();
    }
}
