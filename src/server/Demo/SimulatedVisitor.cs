namespace Centrala.Server.Demo;

/// <summary>
/// One invented customer at a widget: the widget's own protocol over HTTP and WebSocket, one dialogue, then gone. Reads
/// what the agent answers, waits, types, and loses patience like anybody.
/// </summary>
sealed class SimulatedVisitor(Uri address, Dialogue dialogue, string name, TimeProvider time) : IDisposable
{
    /// <summary>How long customers wait for an agent before they give up: on average.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Nobody is so impatient as to leave at once.</summary>
    static readonly TimeSpan PatienceAtLeast = TimeSpan.FromSeconds(75);

    /// <summary>How long a customer waits for an answer before asking whether somebody is there.</summary>
    static readonly TimeSpan NudgesAfter = TimeSpan.FromSeconds(100);

    /// <summary>How long a customer then waits before leaving.</summary>
    static readonly TimeSpan LeavesAfter = TimeSpan.FromMinutes(8);

    /// <summary>No invented chat lasts longer.</summary>
    static readonly TimeSpan LongestChat = TimeSpan.FromMinutes(30);

    readonly DemoClient http = new(address);
    readonly Dialogue dialogue = dialogue;
    readonly HashSet<string> factsTold = [];
    int nextLine = 1;
    int lastSeen;

    sealed record Started(Guid ConversationId, string Token, int Number);

    /// <summary>Lives the visit to its end.</summary>
    /// <exception cref="DemoException">The widget refused.</exception>
    public async Task Visit(CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(LongestChat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var started = await http.Post<Started>("/widget/conversations", new
        {
            key = "demo-" + dialogue.Widget,
            clientId = Guid.CreateVersion7(),
            visitorId = Guid.CreateVersion7(),
            text = dialogue.CustomerLines[0],
            consent = true,
            language = dialogue.Language,
            form = new { name, email = InventedNames.EmailOf(name) },
            page = new Uri(address, "/demo/" + dialogue.Widget.Split('-')[0]),
        }, either.Token);
        http.Bear(started.Token);
        lastSeen = started.Number;
        using var line = new VisitorSocket(address);
        await line.Open(started.Token, lastSeen, either.Token);
        await Talk(line, either.Token);
    }

    public void Dispose() => http.Dispose();

    async Task Talk(VisitorSocket line, CancellationToken cancel)
    {
        if (!await SomebodyAnswers(line, cancel)) return;
        while (await NextAnswer(line, cancel) is { } answer)
        {
            await line.Say(new { type = "received", number = lastSeen }, cancel);
            await Task.Delay(Pace.Between(0.6, 2.5), time, cancel);
            await line.Say(new { type = "read", number = lastSeen }, cancel);
            if (Reply(answer) is not { } reply) break;
            await line.Say(new { type = "typing", on = true }, cancel);
            await Task.Delay(Pace.Writing(reply), time, cancel);
            await Write(reply, cancel);
        }
        await Task.Delay(Pace.Between(2, 8), time, cancel);
        await Leave(cancel);
    }

    /// <summary>Waits in the line; leaves when patience is over.</summary>
    async Task<bool> SomebodyAnswers(VisitorSocket line, CancellationToken cancel)
    {
        var patience = PatienceAtLeast + Pace.UntilNext(1 / Patience.TotalSeconds);
        using var waits = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, waits.Token);
        try
        {
            while (await line.Next(either.Token) is { } news)
            {
                if (news.State is "ended" or "parked") return false;
                if (news.State == "connected") return true;
            }
            return false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await Leave(cancel);
            return false;
        }
    }

    /// <returns>Null when the chat is over, or nobody answers any more.</returns>
    async Task<string?> NextAnswer(VisitorSocket line, CancellationToken cancel)
    {
        foreach (var patience in (TimeSpan[])[NudgesAfter, LeavesAfter])
        {
            using var waits = new CancellationTokenSource(patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, waits.Token);
            try
            {
                while (await line.Next(either.Token) is { } news)
                {
                    if (news.State == "ended") return null;
                    if (news.AgentText is not { } text || news.Number <= lastSeen) continue;
                    lastSeen = news.Number;
                    return text;
                }
                return null;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                if (patience == NudgesAfter) await Write(Phrases.Of(dialogue.Language).Nudge, cancel);
            }
        }
        return null;
    }

    /// <summary>A fact that was asked for, else the next line; null after the last.</summary>
    string? Reply(string answer)
    {
        var asked = dialogue.Facts.FirstOrDefault(fact => answer.Contains('?', StringComparison.Ordinal)
            && fact.Words.Any(word => answer.Contains(word, StringComparison.CurrentCultureIgnoreCase)));
        if (asked.Text is { } fact && factsTold.Add(fact)) return fact;
        return nextLine < dialogue.CustomerLines.Count ? dialogue.CustomerLines[nextLine++] : null;
    }

    Task Write(string text, CancellationToken cancel) =>
        http.Post("/widget/messages", new { clientId = Guid.CreateVersion7(), text }, cancel);

    Task Leave(CancellationToken cancel) => http.Post("/widget/end", new { lastMessage = lastSeen }, cancel);
}
