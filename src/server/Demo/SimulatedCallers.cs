using System.Net;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Demo;

/// <summary>
/// Lets customers call while a newcomer could take a call: is available, and heard by a browser.
/// Nobody else of the demo has one, and callers for whom nobody is there would only spoil the day's figures.
/// </summary>
sealed class SimulatedCallers(DemoClient admin, Telephony telephony, TimeProvider time, ILogger log)
{
    static readonly TimeSpan looksEvery = TimeSpan.FromSeconds(2), patience = TimeSpan.FromSeconds(2);

    /// <summary>Between two calls for the same newcomer, so that there is time to look around.</summary>
    static readonly TimeSpan pause = TimeSpan.FromSeconds(30);

    readonly Dictionary<Guid, (SimulatedCaller Caller, Task Living, DateTimeOffset Since)> calling = [];

    sealed record Floor(IReadOnlyList<Agent> Agents);

    sealed record Agent(Guid Id, string Name, string State, IReadOnlyList<Contact> Contacts);

    sealed record Contact(Guid ContactId);

    public async Task Call(CancellationToken cancel)
    {
        if (!telephony.IsOn) await Task.Delay(Timeout.InfiniteTimeSpan, time, cancel);
        using var timer = new PeriodicTimer(looksEvery, time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await Look(cancel);
            }
            catch (Exception trouble) when (Trouble.Passes(trouble, cancel))
            {
                DemoLog.FloorUnseen(log, trouble.Message);
            }
        }
    }

    async Task Look(CancellationToken cancel)
    {
        var floor = await admin.Get<Floor>("/api/floor", cancel);
        foreach (var agent in floor.Agents)
        {
            if (CompanyPeople.All.FirstOrDefault(one => one.ForNewcomers && one.Name == agent.Name) is not { } person) continue;
            var isThere = calling.TryGetValue(agent.Id, out var call) && !call.Living.IsCompleted;
            var mayCall = !isThere && agent.State == "available" && agent.Contacts.Count == 0 && time.GetUtcNow() - call.Since >= pause;
            if (!isThere && !mayCall) continue;
            if (await telephony.Link.Ask(new AskBrowser(agent.Id), patience) is not { IsConnected: true } browser) continue;
            if (isThere) call.Caller.HasAgent |= browser.Call != default;
            else Begin(agent.Id, person, cancel);
        }
    }

    void Begin(Guid agent, CompanyPeople.Person person, CancellationToken cancel)
    {
        var fitting = from number in CompanyNumbers.All
                      where person.Partners.Split(' ').Contains(number.Partner)
                      from dialogue in Dialogue.All
                      where CompanyQueues.Widgets.Any(widget => widget.Word == dialogue.Widget && widget.Queue == number.Queue)
                          && person.Level(CompanyPeople.Skills.Single(skill => skill.Language == dialogue.Language).Word) > 0
                      select (number, dialogue);
        if (fitting.ToList() is not { Count: > 0 } any) return;
        var (chosen, words) = Pace.Any(any);
        var caller = new SimulatedCaller(telephony.ListensAt[SipTransport.Udp], IPAddress.Loopback, chosen, words, time);
        calling[agent] = (caller, Live(caller, words, cancel), time.GetUtcNow());
    }

    async Task Live(SimulatedCaller caller, Dialogue words, CancellationToken cancel)
    {
        try
        {
            await caller.Live(cancel);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException || Trouble.Passes(trouble, cancel))
        {
            if (!cancel.IsCancellationRequested) DemoLog.CallerLeft(log, words.Name, trouble.Message);
        }
    }
}
