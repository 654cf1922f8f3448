using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Bench.Routing;

/// <summary>
/// A floor under backlog: every agent is on a call, and every call that ends is followed by the best that waits.
/// </summary>
/// <remarks>
/// One round is two decisions: an agent becomes free and is offered a contact, and a contact arrives and gets its
/// place.
/// </remarks>
sealed class RoutingFloor
{
    static readonly TimeSpan TimeOfContact = TimeSpan.FromMinutes(5);

    readonly RunningRouter running = new();
    readonly Dice dice;
    readonly FloorSize size;
    readonly TimeSpan betweenRounds;
    readonly int[] contactOf;

    public RoutingFloor(FloorSize size, ulong seed)
    {
        (this.size, dice, contactOf) = (size, new(seed), new int[size.Agents + 1]);
        betweenRounds = TimeOfContact / size.Agents;
        Configure();
        for (var agent = 1; agent <= size.Agents; agent++) running.SignIn(agent);
        while (Router.OpenContacts < size.Agents + size.Waiting) ArriveSomewhere();
        Note();
    }

    public RunningRouter Running => running;
    public Router Router => running.Router;

    /// <summary>One agent ends a call, wraps up, is offered the next and takes it; one contact arrives.</summary>
    public void Round()
    {
        running.Wait(betweenRounds);
        var agent = dice.Throw(size.Agents);
        var contact = contactOf[agent];
        running.Apply(Command.EndSegment(contact, agent));
        running.Apply(Command.FinishWrapUp(contact, agent));
        Take(agent);
        ArriveSomewhere();
    }

    /// <summary>What the agent was offered by the last command becomes his.</summary>
    void Take(int agent)
    {
        foreach (ref readonly var happened in running.Happened)
        {
            if (happened.Kind == EventKind.Offered) contactOf[agent] = happened.Contact;
        }

        running.Apply(Command.AcceptOffer(contactOf[agent], agent));
    }

    void ArriveSomewhere() => running.Apply(Command.Arrive(new()
    {
        Id = dice.Id(),
        External = dice.Id(),
        Queue = dice.Throw(size.Queues),
        Channel = Channel.Call,
        ArrivedAt = running.At,
    }));

    /// <summary>The agents who were free at the start took what came first.</summary>
    void Note()
    {
        for (var agent = 1; agent <= size.Agents; agent++)
        {
            var work = Router.Agent(agent)!.Work[0];
            contactOf[agent] = work.Contact;
            if (work.State == WorkState.Offered) running.Apply(Command.AcceptOffer(work.Contact, agent));
        }
    }

    void Configure()
    {
        var partner = RunningRouter.Id(IdOf.Partner, 1);
        running.Apply(Command.ConfigurePartner(partner));
        for (var queue = 1; queue <= size.Queues; queue++)
        {
            running.Apply(Command.ConfigureQueue(new()
            {
                Id = RunningRouter.Id(IdOf.Queue, queue),
                Partner = partner,
                SlopeMilli = 500 + queue,
            }));
        }

        for (var agent = 1; agent <= size.Agents; agent++)
        {
            var queues = dice.Several(size.QueuesPerAgent, size.Queues);
            running.Apply(Command.ConfigureAgent(new()
            {
                Id = RunningRouter.Id(IdOf.Agent, agent),
                Partners = [partner],
                Queues = [.. queues.Select(queue => RunningRouter.Id(IdOf.Queue, queue))],
            }));
        }
    }
}
