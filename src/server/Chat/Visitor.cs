using System.Diagnostics.CodeAnalysis;

namespace Centrala.Server.Chat;

/// <summary>Whoever holds a valid token of a chat, from a page that may use its widget.</summary>
sealed record Visitor(VisitorPass Pass, Widget Widget);

/// <summary>Finds out which visitor asks.</summary>
sealed class Visitors(VisitorToken tokens, Widgets widgets, TimeProvider time)
{
    const string Scheme = "Bearer ";

    /// <returns>The visitor, or why the request is refused.</returns>
    public ValueTask<Admission> Admit(HttpRequest request, CancellationToken cancel) =>
        Admit(request, tokens.Read(TokenOf(request), time.GetUtcNow()), cancel);

    /// <summary>For the live line, whose token comes in its first message.</summary>
    public ValueTask<Admission> Admit(HttpRequest request, string? token, CancellationToken cancel) =>
        Admit(request, tokens.Read(token, time.GetUtcNow()), cancel);

    public ValueTask<Admission> AdmitForRenewal(HttpRequest request, CancellationToken cancel) =>
        Admit(request, tokens.ReadForRenewal(TokenOf(request), time.GetUtcNow()), cancel);

    async ValueTask<Admission> Admit(HttpRequest request, VisitorPass? pass, CancellationToken cancel)
    {
        if (pass is null) return new(null, ChatProblems.VisitorTokenInvalid);
        if (await widgets.Find(pass.Widget, cancel) is not { } widget) return new(null, ChatProblems.UnknownWidget);
        return WidgetDoor.MayUse(request, widget) ? new(new(pass, widget), null) : new(null, ChatProblems.OriginNotAllowed);
    }

    static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : null;
    }
}

/// <summary>Either the visitor or the refusal.</summary>
readonly record struct Admission(Visitor? Visitor, Problem? Refusal)
{
    public bool Refused([NotNullWhen(true)] out Problem? refusal, [NotNullWhen(false)] out Visitor? visitor)
    {
        (refusal, visitor) = (Refusal, Visitor);
        return refusal is not null;
    }
}
