using System.Net.WebSockets;
using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// A visitor's live line. The browser says hello with its token (which so stays out of addresses and logs), gets the
/// conversation after the last message it has, and then what happens.
/// </summary>
static class VisitorLive
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/live", ["GET", "CONNECT"], Handle).WithName("openVisitorLine").WithSummary("One's own chat, live (WebSocket)")
        .ExcludeFromDescription()
        .OpenToAnybody("The visitor's token comes in the first message and is checked before anything is sent.")
        .RequireRateLimiting(WidgetLimits.Read);

    static async Task Handle(
        HttpContext context, Visitors visitors, VisitorConversations conversations, VisitorLines lines, Receipts receipts,
        ConversationFeed feed, TimeProvider time, IHostApplicationLifetime program)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await ChatProblems.WebSocketNeeded.Write(context);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = VisitorLine.PingEvery,
            KeepAliveTimeout = VisitorLine.PingEvery,
        });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, program.ApplicationStopping);
        try
        {
            var line = new VisitorLine(socket, time);
            if (await Greet(context.Request, line, visitors, time, end.Token) is not { } greeted)
            {
                await Close(socket, WebSocketCloseStatus.PolicyViolation, "visitor-token-invalid");
                return;
            }
            var says = new VisitorSays(greeted.Visitor, "", receipts, feed);
            await Run(socket, line, greeted, conversations, lines, says, end);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or UnavailableException)
        {
            // The browser went away, the program stops, or the database is out of reach: the browser comes back by itself.
        }
    }

    static async Task<Greeted?> Greet(
        HttpRequest request, VisitorLine line, Visitors visitors, TimeProvider time, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(VisitorLine.HelloWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        if (await line.Receive(either.Token) is not { Type: "hello" } hello) return null;
        var admission = await visitors.Admit(request, hello.Token, cancel);
        return admission.Visitor is { } visitor ? new(visitor, hello.After) : null;
    }

    static async Task Run(
        WebSocket socket, VisitorLine line, Greeted greeted, VisitorConversations conversations, VisitorLines lines, VisitorSays says,
        CancellationTokenSource end)
    {
        var id = greeted.Visitor.Pass.Conversation;
        // Listens before it reads: what is said in between comes twice and is recognised by its number, but never fails to come.
        if (!lines.Add(id, line)) return;
        try
        {
            if (await conversations.Read(greeted.Visitor, greeted.After, end.Token) is not { } conversation) return;
            line.Contact = conversation.ContactId;
            var sending = line.Send(new Down.Hello(conversation), end.Token);
            var hearing = Hear(line, says with { Customer = conversation.CustomerName ?? "" }, end.Token);
            if (await Task.WhenAny(sending, hearing) == sending && !end.IsCancellationRequested)
                await Close(socket, WebSocketCloseStatus.NormalClosure, "come-back");
            await end.CancelAsync();
            await Task.WhenAll(sending, hearing);
        }
        finally
        {
            lines.Remove(id, line);
        }
    }

    static async Task Hear(VisitorLine line, VisitorSays says, CancellationToken cancel)
    {
        while (await line.Receive(cancel) is { } up) says.Hear(up);
    }

    static Task Close(WebSocket socket, WebSocketCloseStatus status, string reason) =>
        socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? socket.CloseOutputAsync(status, reason, CancellationToken.None) : Task.CompletedTask;

    sealed record Greeted(Visitor Visitor, int After);
}

/// <summary>Does what a visitor's browser says on the live line. Nothing of it needs an answer.</summary>
/// <param name="Customer">What the customer is called; empty when nobody knows.</param>
sealed record VisitorSays(Visitor Visitor, string Customer, Receipts Receipts, ConversationFeed Feed)
{
    public void Hear(Up up)
    {
        var (pass, widget) = Visitor;
        switch (up.Type)
        {
            case "typing" when up.On:
                Feed.VisitorTypes(pass.Conversation, widget.PartnerId, Customer);
                break;
            case "received" when up.Number > 0:
                Receipts.Report(new(pass.Conversation, widget.PartnerId, CustomerReceived: up.Number));
                break;
            case "read" when up.Number > 0:
                Receipts.Report(new(pass.Conversation, widget.PartnerId, CustomerRead: up.Number));
                break;
        }
    }
}
