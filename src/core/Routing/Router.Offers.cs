using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? AcceptOffer(ref Contact contact, int agent, long offer)
    {
        if (Stands(contact, agent, offer) is { } refusal) return refusal;
        Accept(ref contact);
        return null;
    }

    Refusal? RefuseOffer(ref Contact contact, int agent, long offer)
    {
        if (Stands(contact, agent, offer) is { } refusal) return refusal;
        FailOffer(ref contact, Reason.Refused);
        return null;
    }

    /// <summary>An answer at or after the deadline is refused, whether or not the clock has been fired.</summary>
    Refusal? Stands(in Contact contact, int agent, long offer)
    {
        if (Agent(agent) is null) return Refusal.UnknownAgent;
        if (contact.Seek != SeekState.Offered || contact.OfferedTo != agent) return Refusal.OfferGone;
        if (offer != 0 && offer != contact.Offers) return Refusal.OfferGone;
        return at >= contact.UntilTicks ? Refusal.OfferExpired : null;
    }

    void Offer(ref Contact contact, Agent agent, Reason reason = Reason.None)
    {
        if (CallsCustomerFirst(contact))
        {
            Sleep(contact, at + Limits.CustomerRings.Ticks, Reason.CallingCustomer);
            return;
        }

        var queue = queues[contact.Queue]!;
        var timeout = queue.Settings.OfferTimeout ?? Channels.OfferTimeout(contact.Channel);
        ref var offered = ref Next(EventKind.Offered, contact.Number);
        offered.Queue = contact.Queue;
        offered.Agent = agent.Number;
        offered.Reason = reason;
        offered.Offer = contact.Offers + 1;
        offered.Cost = CostFor(agent, contact.Channel, contact.Cost);
        offered.UntilTicks = at + timeout.Ticks;
        Become(ref contact, offered);
        if (queue.Settings.AutoAccept) Accept(ref contact);
        else if (contact.Offers % Limits.OffersBeforeAlarm == 0)
        {
            Emit(new() { Kind = EventKind.OfferedTooOften, Contact = contact.Number, Number = contact.Offers });
        }
    }

    /// <summary>The agent who kept the contact for its transfer lets go in the same decision.</summary>
    void Accept(ref Contact contact)
    {
        if (contact.ConnectedTo > 0)
        {
            if (contact.Consults)
            {
                BeginConsult(contact);
                return;
            }

            EndSegmentOf(ref contact, Reason.Transferred);
        }

        MakeRoom(agents[contact.OfferedTo]!, points: 0);
        ref var connected = ref Next(EventKind.Connected, contact.Number);
        connected.Queue = contact.Queue;
        connected.Agent = contact.OfferedTo;
        connected.Segment = contact.Segments + 1;
        connected.Offer = contact.Offers;
        Become(ref contact, connected);
    }

    /// <summary>The offer comes to nothing; the contact has its place again and looks for somebody else.</summary>
    void FailOffer(ref Contact contact, Reason reason)
    {
        var isHisDoing = reason is Reason.Refused or Reason.Missed;
        Emit(new()
        {
            Kind = EventKind.OfferFailed,
            Contact = contact.Number,
            Agent = contact.OfferedTo,
            Offer = contact.Offers,
            Reason = reason,
            UntilTicks = isHisDoing ? at + Settings.CoolDown.Ticks : 0,
        });
        Seek(ref contact);
        if (contact.Step == 0 && !StaysHis(contact) && reason is not (Reason.ContactEnded or Reason.ContactParked or Reason.ContactMoved
            or Reason.TransferCancelled))
        {
            GiveUpOnNamed(ref contact, Reason.NamedAgentDeclined);
        }
    }

    /// <summary>Nobody answered in time: the agent is away, and whatever else was offered to him goes on.</summary>
    void Miss(ref Contact contact)
    {
        var agent = agents[contact.OfferedTo]!;
        FailOffer(ref contact, Reason.Missed);
        Emit(new()
        {
            Kind = EventKind.AgentStateChanged,
            Agent = agent.Number,
            State = AgentState.Away,
            Id = AwayKind.NoAnswer,
            Reason = Reason.Missed,
        });
        WithdrawOffers(agent, Reason.AgentWentAway);
    }

    /// <param name="only">Of one channel; null: of all.</param>
    void WithdrawOffers(Agent agent, Reason reason, Channel? only = null)
    {
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            if (place >= agent.Work.Length) continue;
            var work = agent.Work[place];
            if (work.State == WorkState.Offered && (only ?? work.Channel) == work.Channel) FailOffer(ref contacts[work.Contact], reason);
        }
    }
}
