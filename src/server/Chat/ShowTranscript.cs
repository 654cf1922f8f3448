using System.Globalization;
using System.Net;
using System.Text;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>What was said in a visitor's conversation, as a file to keep.</summary>
static class ShowTranscript
{
    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/transcript", Handle).WithName("showTranscript").WithSummary("One's own chat as a file, html or text")
        .Produces<string>(200, "text/html", "text/plain")
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task<IResult> Handle(
        HttpContext context, Visitors visitors, Db database, CancellationToken cancel, string format = "html")
    {
        if ((await visitors.Admit(context.Request, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        await using var work = await database.Begin(visitor.Pass.Actor, cancel);
        var id = visitor.Pass.Conversation;
        var head = await work.Single<Head>("select language, customer_name from conversation where id = @id", new { id });
        if (head is null) return CommonProblems.NotFound.Answer();
        var messages = (await Messages.After(work, id, 0, ChatLimits.MessagesMax)).Select(message => message.ForVisitor()).ToList();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        var (text, type) = format == "text"
            ? (AsText(visitor.Widget, head, messages), "text/plain")
            : (AsHtml(visitor.Widget, head, messages), "text/html");
        return TypedResults.File(Encoding.UTF8.GetBytes(text), type + "; charset=utf-8", format == "text" ? "chat.txt" : "chat.html");
    }

    static string AsText(Widget widget, Head head, List<MessageView> messages)
    {
        var text = new StringBuilder().AppendLine(widget.Name).AppendLine();
        foreach (var message in messages)
        {
            text.Append(Moment(message)).Append("  ").Append(Who(message, widget, head)).Append(": ").AppendLine(message.Text);
            foreach (var file in message.Files) text.Append("    [").Append(file.Name).AppendLine("]");
        }
        return text.ToString();
    }

    static string AsHtml(Widget widget, Head head, List<MessageView> messages)
    {
        var title = WebUtility.HtmlEncode(widget.Name);
        var page = new StringBuilder($$"""
            <!doctype html><html lang="{{WebUtility.HtmlEncode(head.Language)}}"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>{{title}}</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1d2126}
            time{color:#5d6570;font-size:.85em}p{margin:.2em 0 1em;white-space:pre-wrap;overflow-wrap:anywhere}
            .system{color:#5d6570}</style><h1>{{title}}</h1>

            """);
        foreach (var message in messages)
        {
            page.Append(Invariant, $"<div class=\"{message.Kind}\"><b>{WebUtility.HtmlEncode(Who(message, widget, head))}</b> ")
                .Append(Invariant, $"<time datetime=\"{message.At:O}\">{Moment(message)}</time>")
                .Append(Invariant, $"<p>{WebUtility.HtmlEncode(message.Text)}</p>");
            foreach (var file in message.Files) page.Append(Invariant, $"<p>[{WebUtility.HtmlEncode(file.Name)}]</p>");
            page.AppendLine("</div>");
        }
        return page.AppendLine("</html>").ToString();
    }

    static string Who(MessageView message, Widget widget, Head head) => message.Author.Kind switch
    {
        "customer" => head.CustomerName ?? "–",
        "system" => widget.Name,
        _ => message.Author.Name ?? widget.Name,
    };

    // Without a reader's time zone, UTC and saying so is the honest way.
    static string Moment(MessageView message) =>
        message.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", Invariant);

    sealed record Head(string Language, string? CustomerName);
}
