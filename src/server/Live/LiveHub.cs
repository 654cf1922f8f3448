using Centrala.Server.Access;
using Microsoft.AspNetCore.SignalR;

namespace Centrala.Server.Live;

/// <summary>The browser's stream at <c>/live</c>: one method, <c>message</c>, goes down; what a tab watches goes up.</summary>
sealed class LiveHub(LiveStream stream, IEnumerable<ITypingRelay> relays, ILogger<LiveHub> log) : Hub
{
    const string Cancel = "cancel";

    public override Task OnConnectedAsync()
    {
        var signedIn = Context.GetHttpContext()?.Features.Get<SignedIn>() ?? throw new HubException("sign-in-needed");
        var connection = new LiveConnection(Context.ConnectionId, signedIn);
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(Context.ConnectionAborted);
        Context.Items[Cancel] = cancel;
        stream.Add(connection);
        _ = Pump(connection, Clients.Caller, Context, cancel.Token);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[Cancel] is CancellationTokenSource cancel) cancel.Cancel();
        stream.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Asks for a topic's events: <c>floor</c> or <c>conversation:{id}</c>. What the actor may not see never comes.</summary>
    public void Watch(string? topic)
    {
        if (topic is null || topic.Length > Topic.LengthMax || !Topic.IsKnown(topic)) throw new HubException("unknown-topic");
        if (topic == Topic.Floor && !Mine.Actor.May(Permission.SeeFloor)) throw new HubException("not-permitted");
        if (!Mine.Watch(topic)) throw new HubException("too-many-topics");
        stream.NoteWatch(topic);
    }

    public void Unwatch(string? topic)
    {
        Mine.Unwatch(topic ?? throw new HubException("unknown-topic"));
        stream.NoteWatch(topic);
    }

    /// <summary>Tells the other side of a conversation, and colleagues, that this person is writing.</summary>
    public Task Typing(Guid conversation) => Relay(conversation, toCustomer: true);

    /// <summary>Tells colleagues alone that this person is writing a note.</summary>
    public Task TypingNote(Guid conversation) => Relay(conversation, toCustomer: false);

    /// <summary>Answered at once: a tab measures with it whether the line is alive.</summary>
    public void Ping()
    {
        // The answer is that there is one.
    }

    LiveConnection Mine => stream.Find(Context.ConnectionId) ?? throw new HubException("not-connected");

    Task Relay(Guid conversation, bool toCustomer) => Task.WhenAll(
        relays.Select(relay => relay.StaffIsTyping(Mine.Actor, conversation, toCustomer, Context.ConnectionAborted)));

    async Task Pump(LiveConnection connection, IClientProxy browser, HubCallerContext context, CancellationToken cancel)
    {
        try
        {
            while (await connection.Next(cancel) is { } next) await browser.SendAsync("message", next, cancel);
            if (!connection.Ending) Log.TooSlow(log, connection.Id);
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The tab went away; OnDisconnectedAsync has removed it.
        }
    }
}

/// <summary>Names of what a tab can watch.</summary>
public static class Topic
{
    public const int LengthMax = 80;
    public const string Floor = "floor";
    const string ConversationPrefix = "conversation:";

    public static string Conversation(Guid id) => ConversationPrefix + id;

    /// <returns>Null when the topic is no conversation.</returns>
    public static Guid? ConversationOf(string topic) =>
        topic.StartsWith(ConversationPrefix, StringComparison.Ordinal)
        && Guid.TryParse(topic.AsSpan(ConversationPrefix.Length), out var id) ? id : null;

    public static bool IsKnown(string topic) => topic == Floor || ConversationOf(topic) is not null;
}

/// <summary>Carries "is writing" from staff to the other side of a conversation; each channel that has one implements it.</summary>
public interface ITypingRelay
{
    /// <param name="toCustomer">False while a note is written: only colleagues are told.</param>
    Task StaffIsTyping(Actor actor, Guid conversation, bool toCustomer, CancellationToken cancel);
}

static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Closed live connection {Connection}: its browser was too slow.")]
    public static partial void TooSlow(ILogger logger, string connection);
}
