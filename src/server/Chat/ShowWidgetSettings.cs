using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>What a page's widget needs to show itself: names, colour, languages, whether somebody is there.</summary>
static class ShowWidgetSettings
{
    /// <param name="Language">The offered one that fits what the browser asked for.</param>
    /// <param name="Announcement">Why nobody is there now; absent without an emergency.</param>
    /// <param name="Logo">The version of the partner's logo; absent when it has none.</param>
    /// <param name="OpensAt">Absent while it is open, and when no opening is known.</param>
    /// <param name="Pause">Closed within its hours: for a while, or until somebody opens it.</param>
    public sealed record Response(
        string Name, string BrandColour, IReadOnlyList<string> Languages, string Language, bool Open,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? OpensAt,
        bool Pause, FormRules Form, ConsentRules Consent,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Greeting,
        FileRules Files, int MaxTextLength,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Announcement,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Logo);

    /// <param name="Name">required, optional or hidden.</param>
    public sealed record FormRules(string Name, string Email);

    public sealed record ConsentRules(
        bool Required, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link);

    public sealed record FileRules(int MaxBytes, int MaxPerMessage, IReadOnlyList<string> Extensions);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/settings", Handle).WithName("showWidgetSettings").WithSummary("How a widget looks and whether it is open")
        .OpenToAnybody("A page shows its widget before anybody is known; the key is public.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string key, string? language, HttpRequest request, Widgets widgets, Openings openings, CancellationToken cancel)
    {
        if (await widgets.Find(key, cancel) is not { } widget) return ChatProblems.UnknownWidget.Answer();
        if (!WidgetDoor.MayUse(request, widget)) return ChatProblems.OriginNotAllowed.Answer();
        var chosen = widget.LanguageFor(language);
        var opening = await openings.Of(widget.Routes[chosen], cancel);
        return TypedResults.Ok(new Response(
            widget.Name, widget.Colour, widget.Languages, chosen, opening.IsOpen, opening.OpensAt, opening.ByHand,
            new(widget.NameField, widget.EmailField), new(widget.Consent, widget.ConsentLink),
            widget.Greetings.GetValueOrDefault(chosen),
            new(ChatLimits.FileBytesMax, widget.FilesPerMessage, FileKind.Endings), ChatLimits.TextMax,
            widget.Routes[chosen].Announcement, widget.Logo));
    }
}
