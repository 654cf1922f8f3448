using System.Net.Http.Json;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;

namespace Centrala.Bench.Chat;

/// <summary>Chats in progress: customers with live lines who write every few seconds, and agents who answer, over the real protocols.</summary>
sealed class BusyChats : IAsyncDisposable
{
    public const int Chats = 200;
    const int Agents = 10;
    static readonly TimeSpan WritesEvery = TimeSpan.FromSeconds(10);

    readonly CancellationTokenSource stop = new();
    readonly List<AgentAtDesk> agents = [];
    readonly List<Task> running = [];
    int said;

    /// <summary>Messages of both sides so far.</summary>
    public int Said => said;

    /// <summary>Returns when every chat has its agent.</summary>
    public static async Task<BusyChats> Begin(ChatFloor floor)
    {
        var busy = new BusyChats();
        await floor.Configure(CellCommand.ConfigureQueue(
            new QueueSettings { Id = floor.Cables, Partner = floor.Kablo, AutoAccept = true }));
        for (var i = 0; i < Agents; i++) busy.agents.Add(await NewAgent(floor));
        for (var i = 0; i < Chats; i++)
        {
            var visitor = await floor.NewChat("Hello", ChatFloor.OtherKey);
            busy.running.Add(busy.Chat(visitor, busy.agents[i % Agents], i));
        }
        await Eventually.Holds(async () => Chats == await floor.Row<int>(
            "select count(*)::int from contact where queue_id = @Cables and state = 'connected'", new { floor.Cables }));
        return busy;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var agent in agents) await agent.DisposeAsync();
        stop.Dispose();
    }

    static async Task<AgentAtDesk> NewAgent(ChatFloor floor)
    {
        var agent = await floor.JoinDesk(await floor.AddAgent(floor.Kablo, floor.Cables));
        await floor.Configure(CellCommand.ConfigureAgent(new AgentSettings
        {
            Id = agent.Id,
            Partners = [floor.Kablo],
            Queues = [floor.Cables],
            Capacities = [new Capacity(Channel.Chat, Limits.Points * Agents / Chats, Chats / Agents)],
        }));
        return agent;
    }

    // Which agent has the chat is the router's choice; a note takes the same way as a reply, and each of them may write it.
    async Task Chat(WidgetVisitor visitor, AgentAtDesk agent, int place)
    {
        using var line = await visitor.Open();
        var listening = Listen(line);
        await Task.Delay(WritesEvery * place / Chats, stop.Token);
        using var timer = new PeriodicTimer(WritesEvery);
        do
        {
            (await visitor.Send("Where is my order?")).EnsureSuccessStatusCode();
            using var note = await agent.Browser.PostAsJsonAsync(
                $"/api/conversations/{visitor.Conversation}/messages",
                new { clientId = Guid.NewGuid(), kind = "note", text = "Looking it up" }, stop.Token);
            note.EnsureSuccessStatusCode();
            Interlocked.Add(ref said, 2);
        } while (await timer.WaitForNextTickAsync(stop.Token));
        await listening;
    }

    static async Task Listen(VisitorLine line)
    {
        while (await line.Next() is not null) { }
    }
}
