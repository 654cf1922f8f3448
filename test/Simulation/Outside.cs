using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;

namespace Centrala.Simulation.Tests;

/// <summary>Customers, agents and leads: they ask for whatever comes to their minds, and now and then for the same again.</summary>
sealed class Outside(World world, Random random)
{
    readonly Guid[] queues = [Id(random), Id(random)];
    readonly Guid[] agents = [Id(random), Id(random), Id(random)];
    readonly List<CellCommand> said = [];
    readonly List<Guid> contacts = [];
    readonly Guid partner = Id(random);

    /// <summary>A partner, two queues, and three agents who serve both.</summary>
    public IEnumerable<CellCommand> Settings()
    {
        yield return CellCommand.ConfigurePartner(partner);
        yield return CellCommand.ConfigureQueue(new()
        {
            Id = queues[0],
            Partner = partner,
            OfferTimeout = TimeSpan.FromSeconds(10),
            WrapUp = TimeSpan.FromSeconds(20),
            OverflowsAfter = TimeSpan.FromSeconds(60),
            DivertsTo = queues[1],
        });
        yield return CellCommand.ConfigureQueue(new() { Id = queues[1], Partner = partner, SlopeMilli = 2_000, Places = 6 });
        foreach (var agent in agents) yield return CellCommand.ConfigureAgent(new() { Id = agent, Partners = [partner], Queues = queues });
        foreach (var agent in agents) yield return CellCommand.Reconnect(agent);
        foreach (var agent in agents) yield return CellCommand.ChooseState(agent, AgentState.Available);
    }

    /// <summary>Something that must not be lost, by way of the inbox.</summary>
    public CellCommand FromCustomer()
    {
        if (contacts.Count > 0 && random.Next(3) == 0)
            return random.Next(6) == 0 ? Arrival(Any(contacts)) : CellCommand.EndContact(Any(contacts), Reason.CustomerEnded, random.Next(3));
        contacts.Add(Id(random));
        return Arrival(contacts[^1]);
    }

    /// <summary>Something of which somebody waits to hear.</summary>
    public CellCommand FromAgent()
    {
        if (said.Count > 0 && random.Next(10) == 0) return Any(said);
        var (contact, agent, state) = SomeWork();
        CellCommand command = random.Next(12) switch
        {
            0 => CellCommand.LoseConnection(Any(agents)),
            1 => CellCommand.Reconnect(Any(agents)),
            2 => CellCommand.ChooseState(Any(agents), AgentState.Away, queues[0]),
            3 or 4 => CellCommand.ChooseState(Any(agents), AgentState.Available),
            5 => CellCommand.SetPriority(contact, random.Next(-1_000, 5_000)),
            6 => CellCommand.MoveContact(contact, Any(queues)),
            7 when state == WorkState.Connected => CellCommand.TransferToQueue(contact, agent, Any(queues)),
            8 when state == WorkState.Offered => CellCommand.RefuseOffer(contact, agent),
            _ => state switch
            {
                WorkState.Offered => CellCommand.AcceptOffer(contact, agent),
                WorkState.Connected => CellCommand.EndSegment(contact, agent, random.Next(3)),
                _ => CellCommand.FinishWrapUp(contact, agent),
            },
        };
        said.Add(command);
        return command;
    }

    CellCommand Arrival(Guid contact) => CellCommand.Arrive(
        new Arrival { Id = contact, Queue = 0, Channel = (Channel)random.Next(1, 6), ArrivedAt = default }, Any(queues));

    /// <summary>What some agent has before him, by what is stored.</summary>
    (Guid Contact, Guid Agent, WorkState State) SomeWork()
    {
        var router = world.Checker.Router;
        var agent = router.Agent(random.Next(1, agents.Length + 1));
        if (agent is null || agent.Work.Length == 0) return (contacts.Count > 0 ? Any(contacts) : partner, Any(agents), WorkState.WrapUp);
        var work = agent.Work[random.Next(agent.Work.Length)];
        return (router.Contact(work.Contact).Id, agent.Id, work.State);
    }

    T Any<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
