namespace Centrala.Core.Routing;

/// <summary>What is weighed, written down while it is weighed. Off, it costs one comparison with null per offer.</summary>
public sealed partial class Router
{
    List<Explanation>? explained;

    /// <summary>Decides as <see cref="Apply"/> does, and says of each agent that the rules chose why it was he.</summary>
    /// <param name="explanations">Receives one for each offer, in order; none for what a person handed to a person.</param>
    public void Explain(in Command command, DateTimeOffset at, EventSink events, List<Explanation> explanations)
    {
        explained = explanations;
        try
        {
            Apply(command, at, events);
        }
        finally
        {
            explained = null;
        }
    }

    /// <param name="freed">Who looked for work; null: the contact looked for an agent.</param>
    /// <param name="byQueue">The queue's order of agents decided.</param>
    void WriteDown(in Contact contact, Agent chosen, Agent? freed, bool byQueue)
    {
        if (CallsCustomerFirst(contact)) return; // He is called now, and offered to somebody when he answers.
        explained!.Add(new()
        {
            At = At,
            Contact = contact.Number,
            Agent = chosen.Number,
            Offer = contact.Offers + 1,
            Step = contact.Step,
            RankMilli = StandingOf(contact.Number).RankMilli,
            FreedAgent = freed?.Number ?? 0,
            Claims = freed is null ? [] : ClaimsOn(freed),
            IsByQueue = byQueue,
            Selection = queues[contact.Queue]!.Settings.Selection,
            Contenders = ContendersFor(contact),
        });
    }

    /// <summary>Each demand's best claim, by the same questions as <see cref="BestFor"/> asks.</summary>
    List<Claim> ClaimsOn(Agent agent)
    {
        var claims = new List<Claim>();
        foreach (var demand in agent.Group!.Demands) Claim(demand);
        foreach (var demand in agent.OwnDemands ?? []) Claim(demand);
        claims.Sort(Routing.Claim.BestFirst);
        return claims;

        void Claim(int demand)
        {
            var best = Standing.None;
            ImproveWithCare(ref best, demand, agent);
            if (best.Contact == 0) return;
            var length = agent.Settings.TakesFromLongestQueue ? LengthOf(demands[demand]) : 0;
            claims.Add(new(best.Contact, best.RankMilli, new(best.WaitSinceTicks, TimeSpan.Zero), length));
        }
    }

    Contender[] ContendersFor(in Contact contact)
    {
        var (demand, selection) = (DemandOf(contact), queues[contact.Queue]!.Settings.Selection);
        var candidates = WhyWaiting(contact.Number);
        var contenders = new Contender[candidates.Count];
        for (var i = 0; i < contenders.Length; i++)
        {
            var agent = agents[candidates[i].Agent]!;
            var score = candidates[i].Obstacle == Obstacle.None ? Score(selection, agent, demand, contact) : 0;
            contenders[i] = new(candidates[i], score, agent.PointsUsed, new(agent.IdleSinceTicks, TimeSpan.Zero));
        }

        return contenders;
    }
}
