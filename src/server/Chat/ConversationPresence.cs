using System.Collections.Concurrent;
using System.Threading.Channels;
using Centrala.Server.Database;
using Centrala.Server.Live;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// Tells those who have a conversation open who else has: staff only, and of them only who may see it. Watched from the
/// live lines themselves, so that a closed browser is gone with its line.
/// </summary>
sealed partial class ConversationPresence : BackgroundService
{
    /// <summary>Changes that may wait; the next change of the same conversation makes up for one that is dropped.</summary>
    const int WaitingMax = 10_000;

    /// <summary>Conversations whose partner is remembered; beyond it all are asked for anew.</summary>
    const int RememberedMax = 10_000;

    readonly Channel<Guid> changed = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    readonly ConcurrentDictionary<Guid, Guid> partners = new();
    readonly Db database;
    readonly LiveStream stream;
    readonly ILogger<ConversationPresence> log;

    public ConversationPresence(Db database, LiveStream stream, ILogger<ConversationPresence> log)
    {
        (this.database, this.stream, this.log) = (database, stream, log);
        stream.WatchChanged += topic =>
        {
            if (Topic.ConversationOf(topic) is { } conversation) changed.Writer.TryWrite(conversation);
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var conversations = new HashSet<Guid>();
        while (await changed.Reader.WaitToReadAsync(stop))
        {
            while (changed.Reader.TryRead(out var conversation)) conversations.Add(conversation);
            await TryTell(conversations, stop);
            conversations.Clear();
        }
    }

    async Task TryTell(HashSet<Guid> conversations, CancellationToken cancel)
    {
        try
        {
            await Tell(conversations, cancel);
        }
        catch (Exception failure) when (StorageFailures.Of(failure) is not null || failure is UnavailableException)
        {
            LogLost(log, failure, conversations.Count);
        }
    }

    async Task Tell(HashSet<Guid> conversations, CancellationToken cancel)
    {
        var watched = conversations.Where(conversation => stream.IsWatched(Topic.Conversation(conversation))).ToList();
        if (watched.Count == 0) return;
        await using var work = await database.Begin(Actor.System, cancel);
        foreach (var conversation in watched)
        {
            if (await PartnerOf(work, conversation) is not { } partner) continue;
            var topic = Topic.Conversation(conversation);
            var viewers = stream.Connections
                .Where(line => line.Watches(topic) && line.Actor.Kind == ActorKind.Staff && line.Actor.Serves(partner)
                    && line.Actor.May(Permission.ReadConversations))
                .Select(line => line.Actor.Id).Distinct().ToArray();
            var people = await work.Query<ColleagueView>(
                "select id, name from person where id = any(@viewers) order by name, id", new { viewers });
            stream.Publish(new ForWatchers(
                topic, partner, Permission.ReadConversations, "conversation.viewers", 0, new Viewers(conversation, people),
                $"{topic} viewers")
            { Only = ActorKind.Staff });
        }
    }

    async Task<Guid?> PartnerOf(Work work, Guid conversation)
    {
        if (partners.TryGetValue(conversation, out var known)) return known;
        var found = await work.Single<Guid?>("select partner_id from conversation where id = @conversation", new { conversation });
        if (partners.Count >= RememberedMax) partners.Clear();
        if (found is { } partner) partners[conversation] = partner;
        return found;
    }

    sealed record Viewers(Guid ConversationId, IReadOnlyList<ColleagueView> People);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who has {Count} conversations open was not told.")]
    static partial void LogLost(ILogger logger, Exception failure, int count);
}
