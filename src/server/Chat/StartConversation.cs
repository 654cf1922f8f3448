using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Chat;

/// <summary>Begins a chat with its first message. Answered once all of it is stored, the contact's arrival included.</summary>
static class StartConversation
{
    /// <param name="ClientId">A random id made in the browser: the same request again finds the same conversation.</param>
    /// <param name="VisitorId">A random id that the browser keeps.</param>
    /// <param name="Identity">The customer as the page vouches for; see <see cref="CustomerIdentity"/>.</param>
    /// <param name="Page">Address of the page on which the customer is.</param>
    public sealed record Request(
        string Key, Guid ClientId, Guid VisitorId, string Text, bool Consent = false, Form? Form = null,
        string? Language = null, string? Identity = null, string? Page = null);

    public sealed record Form(string? Name = null, string? Email = null);

    /// <param name="Token">Opens this conversation and nothing else.</param>
    /// <param name="RenewAt">From here on the token should be exchanged.</param>
    /// <param name="Number">Of the first message.</param>
    public sealed record Response(Guid ConversationId, string Token, DateTimeOffset RenewAt, int Number, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations", Handle).WithName("startConversation").WithSummary("Begin a chat")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ChatLimits.RequestBytesMax))
        .OpenToAnybody("Customers are not known before they write; keys, origins and limits by address stand in front.")
        .RequireRateLimiting(WidgetLimits.Start);

    static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, Widgets widgets, WidgetSecrets secrets, BlockedVisitors blocked,
        NewConversations conversations, Openings openings, VisitorToken tokens, TimeProvider time, CancellationToken cancel)
    {
        if (await widgets.Find(request.Key, cancel) is not { } widget) return ChatProblems.UnknownWidget.Answer();
        if (!WidgetDoor.MayUse(context.Request, widget)) return ChatProblems.OriginNotAllowed.Answer();
        var language = widget.LanguageFor(request.Language);
        var now = time.GetUtcNow();
        var opening = await openings.Of(widget.Routes[language], cancel);
        if (Check(request, widget, opening.IsOpen) is { } objection) return objection;

        CustomerIdentity? customer = null;
        if (request.Identity is { Length: > 0 } token)
        {
            customer = secrets.Read(widget) is { } secret ? CustomerIdentity.Read(token, secret, now) : null;
            if (customer is null) return ChatProblems.IdentityInvalid.Answer();
        }
        var address = context.Connection.RemoteIpAddress;
        if (await blocked.Includes(widget.PartnerId, request.VisitorId, address, customer?.Subject, cancel))
            return ChatProblems.VisitorBlocked.Answer();

        var stored = await conversations.Add(new(
            Guid.CreateVersion7(now), Guid.CreateVersion7(now), widget, widget.Routes[language], request.ClientId,
            request.VisitorId, address, language, customer?.Name ?? Trimmed(request.Form?.Name),
            customer?.Email ?? Trimmed(request.Form?.Email), customer?.Subject, PageOf(request.Page),
            request.Consent, request.Text.Trim(), now), cancel);
        if (stored.VisitorId != request.VisitorId) return ChatProblems.ClientIdTaken.Answer();
        return TypedResults.Created((string?)null, new Response(
            stored.Id, tokens.Issue(stored.Id, widget.Id, stored.VisitorId, now), VisitorToken.RenewAt(now), 1, stored.At));
    }

    static ProblemHttpResult? Check(Request request, Widget widget, bool isOpen)
    {
        if (widget.Consent && !request.Consent) return ChatProblems.ConsentNeeded.Answer();
        // Who writes while nobody is there can only be answered by mail.
        var emailRule = isOpen || request.Identity is not null ? widget.EmailField : "required";
        var nameRule = request.Identity is null ? widget.NameField : "optional";
        var validation = new Validation()
            .Check("clientId", request.ClientId == Guid.Empty ? Say($"Make a random id.") : null)
            .Check("visitorId", request.VisitorId == Guid.Empty ? Say($"Make a random id and keep it.") : null)
            .Check("text", MessageText.Objection(request.Text, mayBeEmpty: false))
            .Check("form.name", FieldObjection(request.Form?.Name, nameRule))
            .Check("form.email", FieldObjection(request.Form?.Email, emailRule)
                ?? (request.Form?.Email is { Length: > 0 } email && !LooksLikeAddress(email) ? Say($"This is no e-mail address.") : null));
        return validation.Failed ? validation.Answer() : null;
    }

    static Sentence? FieldObjection(string? value, string rule) =>
        value?.Length > ChatLimits.FieldMax ? Say($"Use at most {ChatLimits.FieldMax} characters.")
        : value?.Contains('\0') == true ? Say($"The character U+0000 cannot be stored.")
        : rule == "required" && string.IsNullOrWhiteSpace(value) ? Say($"This is needed.") : null;

    static bool LooksLikeAddress(string email) =>
        email.Trim() is var text && text.IndexOf('@') is > 0 and var at && text.LastIndexOf('.') > at + 1 && !text.Any(char.IsWhiteSpace);

    static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>Without the query, which may hold what is nobody's business.</summary>
    static string? PageOf(string? page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
        && address.GetLeftPart(UriPartial.Path) is { Length: <= ChatLimits.PageMax } kept ? kept : null;
}
