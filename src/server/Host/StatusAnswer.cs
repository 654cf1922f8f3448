using Microsoft.AspNetCore.Diagnostics;

namespace Centrala.Server.Host;

/// <summary>Gives bare error statuses (no such route, wrong method, wrong media type) their problem.</summary>
static class StatusAnswer
{
    public static readonly Problem WrongMethod = new("wrong-method", 405, "Not with this method",
        "The address exists, but not for this HTTP method. Nothing was changed. See the API description.");

    public static readonly Problem WrongMediaType = new("wrong-media-type", 415, "Not in this format",
        "The body's Content-Type is not one that this route reads. Nothing was changed. Send application/json.");

    public static Task Write(StatusCodeContext context) => (context.HttpContext.Response.StatusCode switch
    {
        404 => CommonProblems.NotFound,
        405 => WrongMethod,
        413 => FailureAnswer.TooLarge,
        415 => WrongMediaType,
        401 => Access.PermissionGate.SignInNeeded,
        403 => Access.PermissionGate.NotPermitted,
        >= 500 => FailureAnswer.Broken,
        _ => FailureAnswer.Malformed,
    }).WriteKeepingStatus(context.HttpContext);

    static Task WriteKeepingStatus(this Problem problem, HttpContext context) =>
        (problem with { Status = context.Response.StatusCode }).Write(context);
}
