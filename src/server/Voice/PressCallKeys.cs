using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>The agent presses keys into the call: the caller's side hears them as telephone events.</summary>
static class PressCallKeys
{
    const int KeysMax = 32;

    const string Keys = "0123456789*#ABCD";

    public sealed record Request(string Keys);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/keys", Handle).WithName("pressCallKeys").WithSummary("Press keys into a call")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, Actor actor, Telephony telephony) =>
        request.Keys.Length is 0 or > KeysMax || request.Keys.Any(key => !Keys.Contains(key))
            ? CommonProblems.InvalidInput.Answer("Keys are digits, *, # and A to D.")
            : await CallAnswer.To(telephony, new PressKeys(id, actor.Id, request.Keys));
}
