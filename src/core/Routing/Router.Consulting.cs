using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Consulting: who has a call asks somebody else before he hands it over. Whoever is asked is a leg of the call and has
/// room for no other; the contact becomes his only with the handing over.
/// </summary>
public sealed partial class Router
{
    Refusal? Consult(ref Contact contact, in Command command)
    {
        if (contact.Channel != Channel.Call) return Refusal.NotACall;
        return command.ToAgent > 0
            ? TransferToAgent(ref contact, command, Reason.Consulted)
            : TransferToQueue(ref contact, command.Agent, command.Queue, Reason.Consulted);
    }

    /// <summary>Whoever is asked has it; where nobody has answered yet, it is a transfer like any other call's.</summary>
    Refusal? HandOver(ref Contact contact, int agent)
    {
        if (Agent(agent) is null) return Refusal.UnknownAgent;
        if (contact.ConnectedTo != agent) return Refusal.NotConnected;
        if (!contact.Consults) return Refusal.NoConsult;
        if (contact.Seek == SeekState.Consulting)
        {
            GiveToConsulted(ref contact, Reason.Transferred);
            return null;
        }

        StartTransfer(contact, new() { ToAgent = contact.Named, Queue = contact.Queue, Flag = contact.OrBack });
        EndSegmentOf(ref contact, Reason.Transferred);
        return null;
    }

    /// <summary>The offer is accepted, and the contact stays where it is.</summary>
    void BeginConsult(in Contact contact)
    {
        MakeRoom(agents[contact.OfferedTo]!, points: 0);
        Emit(new()
        {
            Kind = EventKind.Consulted,
            Contact = contact.Number,
            Queue = contact.Queue,
            Agent = contact.OfferedTo,
            Offer = contact.Offers,
        });
    }

    void GiveToConsulted(ref Contact contact, Reason reason)
    {
        EndSegmentOf(ref contact, reason);
        Emit(new()
        {
            Kind = EventKind.Connected,
            Contact = contact.Number,
            Queue = contact.Queue,
            Agent = contact.OfferedTo,
            Segment = contact.Segments + 1,
            Offer = contact.Offers,
        });
    }

    /// <summary>Whoever was asked goes; the contact stays with its agent.</summary>
    void EndConsult(in Contact contact, Reason reason) => Emit(new()
    {
        Kind = EventKind.ConsultEnded,
        Contact = contact.Number,
        Agent = contact.OfferedTo,
        Reason = reason,
    });

    /// <summary>Whatever was sought beside its agent is called back.</summary>
    void StopSeekingBeside(ref Contact contact, Reason reason)
    {
        if (contact.Seek == SeekState.Offered) FailOffer(ref contact, reason);
        else if (contact.Seek == SeekState.Consulting) EndConsult(contact, reason);
    }

    void EndConsultsOf(Agent agent, Reason reason)
    {
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            var work = agent.Work[place];
            if (work.State == WorkState.Consulting) EndConsult(contacts[work.Contact], reason);
        }
    }

    void BecomeConsulted(ref Contact contact, in Event happened)
    {
        contact.Seek = SeekState.Consulting;
        contact.UntilTicks = contact.StepLeftTicks = contact.OverflowTicks = 0;
        var agent = agents[happened.Agent]!;
        ref var work = ref agent.WorkAt(agent.Find(contact.Number, WorkState.Offered));
        (work.State, work.SinceTicks, work.UntilTicks) = (WorkState.Consulting, happened.AtTicks, 0);
    }

    void BecomeUnconsulted(ref Contact contact, in Event happened)
    {
        var agent = agents[happened.Agent]!;
        Finish(agent, agent.Find(contact.Number, WorkState.Consulting), happened.AtTicks);
        agent.IdleSinceTicks = happened.AtTicks;
        contact.OfferedTo = 0;
        BecomeSought(ref contact, happened);
    }
}
