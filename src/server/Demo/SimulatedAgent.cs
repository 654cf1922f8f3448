using System.Collections.Concurrent;
using System.Text.Json;

namespace Centrala.Server.Demo;

/// <summary>
/// One of the colleagues on the demo's floor: signs in, becomes available, takes offers, answers by the dialogue, wraps
/// up, goes on breaks. Works over the interface and the live stream, as a browser does.
/// </summary>
sealed class SimulatedAgent(Uri address, CompanyPeople.Person person, TimeProvider time, ILogger log) : IDisposable
{
    static readonly TimeSpan ComesBackAfter = TimeSpan.FromSeconds(10);

    /// <summary>How long an agent works between two breaks, at most; half of it at least.</summary>
    static readonly TimeSpan LongestStretch = TimeSpan.FromMinutes(50);

    static readonly string[] kindsOfBreak = ["Break", "Break", "Lunch", "Meeting", "Back office"];
    readonly ConcurrentDictionary<(Guid Contact, string Doing, int Number), byte> begun = new();
    readonly DemoClient browser = new(address);
    AgentSocket line = null!;
    DateTimeOffset nextBreak;
    volatile bool resting;

    /// <summary>Works until told to stop; what goes wrong is tried again a little later.</summary>
    public async Task Work(CancellationToken cancel)
    {
        nextBreak = time.GetUtcNow() + Pace.Between(20, LongestStretch.TotalSeconds);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await WorkOnce(cancel);
            }
            catch (Exception trouble) when (Trouble.Passes(trouble, cancel))
            {
                DemoLog.AgentComesBack(log, person.Login, trouble.Message);
                await Task.Delay(ComesBackAfter, time, cancel);
            }
        }
    }

    public void Dispose() => browser.Dispose();

    async Task WorkOnce(CancellationToken cancel)
    {
        await browser.SignIn(person.Email, CompanyPeople.Password, cancel);
        using var socket = line = new AgentSocket(browser);
        await line.Open(cancel);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await ChooseState("available", null, cancel);
            var pings = Ping(working.Token);
            await See(await browser.Get<DeskSight>("/api/desk", cancel), working.Token);
            while (await line.Next(cancel) is { } news)
            {
                if (news.Type == "desk") await See(news.Data.Deserialize<DeskSight>(JsonSerializerOptions.Web)!, working.Token);
                if (pings.IsFaulted) await pings;
            }
        }
        finally
        {
            await working.CancelAsync();
        }
        throw new DemoException("The live stream was closed.");
    }

    async Task Ping(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(AgentSocket.PingEvery, time);
        while (await timer.WaitForNextTickAsync(cancel)) await line.Ping(cancel);
    }

    async Task See(DeskSight desk, CancellationToken cancel)
    {
        foreach (var offer in desk.Offers)
            Begin(offer.ContactId, "accept", offer.Number, () => Accept(offer, cancel), cancel);
        foreach (var contact in desk.Contacts) See(contact, cancel);
        if (desk.Agent.State == "away" && !resting) await Rest(cancel); // An offer was missed, or a lead stepped in.
        else if (desk.Contacts.Count == 0 && desk.Offers.Count == 0 && time.GetUtcNow() >= nextBreak && !resting)
            await TakeBreak(cancel);
        Forget(desk);
    }

    void See(DeskSight.Contact contact, CancellationToken cancel)
    {
        var conversation = contact.ConversationId ?? contact.ContactId;
        if (contact.State == "wrap-up")
            Begin(contact.ContactId, "wrap up", 0, () => WrapUp(contact, cancel), cancel);
        else if (contact is { State: "connected", LastMessage: { Author: "customer" } last })
            Begin(contact.ContactId, "answer", last.Number, () => Answer(contact, conversation, cancel), cancel);
    }

    /// <summary>Does it in the background and once, however often the desk shows it; again after a failure.</summary>
    void Begin(Guid contact, string doing, int number, Func<Task> action, CancellationToken cancel)
    {
        if (!begun.TryAdd((contact, doing, number), 0)) return;
        _ = Do();

        async Task Do()
        {
            try
            {
                await action();
            }
            catch (Exception trouble) when (trouble is OperationCanceledException || Trouble.Passes(trouble, cancel))
            {
                // The customer was faster, a lead took over, the line broke: the desk's next picture shows what is left to do.
                if (!cancel.IsCancellationRequested) begun.TryRemove((contact, doing, number), out _);
            }
        }
    }

    async Task Accept(DeskSight.Offer offer, CancellationToken cancel)
    {
        await Task.Delay(Pace.Between(1, 5), time, cancel);
        await browser.Post($"/api/contacts/{offer.ContactId}/acceptance", new { number = offer.Number }, cancel);
    }

    async Task Answer(DeskSight.Contact contact, Guid conversation, CancellationToken cancel)
    {
        await Task.Delay(Pace.Between(1, 3), time, cancel);
        var sight = await browser.Get<ConversationSight>($"/api/conversations/{conversation}", cancel);
        var last = sight.Messages.LastOrDefault(message => message.Kind == "reply");
        if (last?.Author.Kind != "customer") return;
        await browser.Post($"/api/conversations/{conversation}/read", new { number = last.Number }, cancel);
        var text = NextLine(sight, contact.Language ?? "en");
        await line.Invoke("Typing", conversation, cancel);
        await Task.Delay(Pace.Writing(text), time, cancel);
        await browser.Post($"/api/conversations/{conversation}/messages",
            new { clientId = Guid.CreateVersion7(), kind = "reply", text }, cancel);
    }

    static string NextLine(ConversationSight sight, string language)
    {
        var phrases = Phrases.Of(language);
        var replies = sight.Messages.Where(message => message.Kind == "reply").ToList();
        var answered = replies.Count(message => message.Author.Kind != "customer");
        var dialogue = Dialogue.BeginningWith(replies[0].Text);
        if (dialogue is null) return answered == 0 ? phrases.Greeting : phrases.Clarifying;
        return answered < dialogue.AgentLines.Count ? dialogue.AgentLines[answered] : phrases.Farewell;
    }

    async Task WrapUp(DeskSight.Contact contact, CancellationToken cancel)
    {
        await Task.Delay(Pace.Between(4, 18), time, cancel);
        var queue = CompanyQueues.All.FirstOrDefault(queue => queue.Id == contact.Queue.Id);
        var disposition = queue is null ? (Guid?)null : DemoId.Of("disposition", queue.Word + "/" + Pace.Any(queue.Dispositions));
        await browser.Post($"/api/contacts/{contact.ContactId}/wrap-up", new { disposition }, cancel);
    }

    async Task TakeBreak(CancellationToken cancel)
    {
        nextBreak = time.GetUtcNow() + Pace.Between(LongestStretch.TotalSeconds / 2, LongestStretch.TotalSeconds);
        var kind = DemoId.Of("away-kind", Pace.Any(kindsOfBreak));
        resting = true;
        await ChooseState("away", kind, cancel);
        await Rest(cancel);
    }

    /// <summary>Comes back after a while, without keeping the desk's pictures waiting.</summary>
    Task Rest(CancellationToken cancel)
    {
        resting = true;
        _ = ComeBack();
        return Task.CompletedTask;

        async Task ComeBack()
        {
            try
            {
                await Task.Delay(Pace.Between(90, 480), time, cancel);
                await ChooseState("available", null, cancel);
            }
            catch (Exception trouble) when (trouble is OperationCanceledException || Trouble.Passes(trouble, cancel))
            {
                // Signs in anew, or the demo ends.
            }
            finally
            {
                resting = false;
            }
        }
    }

    Task ChooseState(string state, Guid? awayKind, CancellationToken cancel) =>
        browser.Put("/api/desk/state", new { state, awayKind }, cancel);

    void Forget(DeskSight desk)
    {
        var here = desk.Offers.Select(offer => offer.ContactId).Concat(desk.Contacts.Select(contact => contact.ContactId)).ToHashSet();
        foreach (var item in begun.Keys)
            if (!here.Contains(item.Contact)) begun.TryRemove(item, out _);
    }
}
