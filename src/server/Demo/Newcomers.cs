using System.Net;

namespace Centrala.Server.Demo;

/// <summary>
/// Sees to it that whoever tries the demo gets work at once: while such a person is available with hands free, customers
/// write whom the routing sends to that person first.
/// </summary>
sealed class Newcomers(DemoClient admin, TimeProvider time)
{
    /// <summary>Customers whom one newcomer is given at the same time, from the demo itself.</summary>
    const int AtOnce = 2;

    /// <summary>Between two customers for the same newcomer, so that there is time to look around.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    readonly Dictionary<Guid, DateTimeOffset> lastCustomer = [];

    sealed record Floor(IReadOnlyList<Agent> Agents);

    sealed record Agent(Guid Id, string Name, string State, IReadOnlyList<Contact> Contacts);

    sealed record Contact(string State);

    /// <returns>A dialogue for each newcomer who could use a customer now.</returns>
    public async Task<IReadOnlyList<Dialogue>> Wanted(CancellationToken cancel)
    {
        var floor = await Look(cancel);
        var now = time.GetUtcNow();
        var wanted = new List<Dialogue>();
        foreach (var agent in floor.Agents.Where(agent => agent.State == "available"))
        {
            var person = CompanyPeople.All.FirstOrDefault(person => person.ForNewcomers && person.Name == agent.Name);
            if (person is null || agent.Contacts.Count(contact => contact.State != "parked") >= AtOnce) continue;
            if (lastCustomer.TryGetValue(agent.Id, out var last) && now - last < Pause) continue;
            lastCustomer[agent.Id] = now;
            wanted.Add(Pace.Any(DialoguesFor(person, now)));
        }
        return wanted;
    }

    /// <summary>Signs in when the session is over, as on the first look.</summary>
    async Task<Floor> Look(CancellationToken cancel)
    {
        try
        {
            return await admin.Get<Floor>("/api/floor", cancel);
        }
        catch (DemoException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            await admin.SignIn(CompanyPeople.Administrator.Email, CompanyPeople.Password, cancel);
            return await admin.Get<Floor>("/api/floor", cancel);
        }
    }

    /// <returns>Those of open shops for which the person is the routing's first choice; else all that fit; never none.</returns>
    static IReadOnlyList<Dialogue> DialoguesFor(CompanyPeople.Person person, DateTimeOffset now)
    {
        var served = Dialogue.All.Where(dialogue => Level(person, dialogue) >= 1 && Volumes.IsOpen(dialogue.Widget, now)).ToList();
        var best = served.Count == 0 ? 0 : served.Max(dialogue => Level(person, dialogue));
        return served.Count == 0 ? Dialogue.All : [.. served.Where(dialogue => Level(person, dialogue) == best)];
    }

    /// <summary>How well the person fits: the lower of language and skill; 0 when either, or the partner, is missing.</summary>
    static int Level(CompanyPeople.Person person, Dialogue dialogue)
    {
        var widget = CompanyQueues.Widgets.Single(widget => widget.Word == dialogue.Widget);
        var queue = CompanyQueues.All.Single(queue => queue.Word == widget.Queue);
        var language = CompanyPeople.Skills.Single(skill => skill.Language == dialogue.Language);
        return person.Partners.Split(' ').Contains(widget.Partner)
            ? Math.Min(person.Level(language.Word), person.Level(queue.Skill))
            : 0;
    }
}
