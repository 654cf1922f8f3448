using System.Diagnostics;
using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Calls;

/// <summary>Agents, at whatever device: a desk phone rings with an offer, picking it up accepts, hanging up ends the agent's part.</summary>
sealed partial class Switchboard
{
    const string Unknown = "anonymous";

    /// <summary>Puts the caller to an agent: at his browser, where that is open, else at his desk phone.</summary>
    /// <param name="isConnected">The agent has the contact already, taken at the desk or given.</param>
    void Ring(Caller caller, Guid agent, int offer, bool isConnected, DateTimeOffset at)
    {
        if (Ringing(caller) is { } earlier) LetGo(earlier, at);
        // A lead who listens, here or elsewhere, is needed as an agent now.
        LeaveAll(agent, at);
        var made = HasBrowser(agent, at) ? Browser(caller, agent, offer, at) : (AgentLine?)Phone(caller, agent, offer, at);
        if (made is null)
        {
            Decline(caller, agent, offer, isConnected);
            return;
        }
        if (caller.ArrivedAt > 0) VoiceMetrics.Rang(Stopwatch.GetElapsedTime(caller.ArrivedAt));
        caller.ArrivedAt = 0;
        made.IsConnected = isConnected;
        // Whoever has the caller keeps him until another has taken him.
        if (caller.Agent is { IsConnected: true }) caller.Next = made;
        else caller.Agent = made;
        if (made.IsAnswered) Join(made, at);
    }

    /// <returns>Null when there is none to ring, or no port for its sound.</returns>
    PhoneLine? Phone(Caller caller, Guid agent, int offer, DateTimeOffset at)
    {
        if (telephones.Of(agent, at) is not { } binding || OpenSound() is not { } sound) return null;
        var call = Dial(binding, caller.CallerNumber, sound, at);
        var made = new PhoneLine(caller, agent, offer, call, sound);
        call.Tag = made;
        return made;
    }

    /// <summary>Rings a desk phone.</summary>
    /// <param name="number">What it shows; null for nobody's.</param>
    Call Dial(Binding binding, string? number, Sound sound, DateTimeOffset at)
    {
        var from = new NameAddress(number, Self(number is null ? Unknown : Uri.EscapeDataString(number)), Parameters.None);
        var isTranslated = binding.Contact.SipUri?.Host != binding.Reached.Remote.Address.ToString();
        return line.Agent.Place(new(binding.Contact.Uri, from, binding.Reached, sound.Offer(), IsTranslated: isTranslated), at);
    }

    static AgentLine? Ringing(Caller caller) => caller.Next ?? (caller.Agent is { IsConnected: false } ringing ? ringing : null);

    void PickedUp(PhoneLine agent, Sdp? answer, DateTimeOffset at)
    {
        if (!IsOn(agent) || !agent.Sound.Take(answer, agent.Line.Heard.Remote.Address))
        {
            agent.Line.HangUp(at);
            return;
        }
        agent.PickUp();
        if (agent.IsConnected) Join(agent, at);
        else Accept(agent);
    }

    void Accept(AgentLine agent) => _ = Accepted(agent);

    async Task Accepted(AgentLine agent)
    {
        var decision = await link.Ask(new AskRouter(CellCommand.AcceptOffer(agent.Caller.Contact, agent.Agent, agent.Offer)), patience);
        // Taken at the desk at the same moment, the offer is gone and the contact his all the same: the news says which.
        if (decision is { Refusal: not null }) line.Post(at =>
        {
            if (!agent.IsConnected) LetGo(agent, at);
        });
    }

    void Join(AgentLine agent, DateTimeOffset at)
    {
        var caller = agent.Caller;
        AnswerCaller(caller, at);
        EndVisit(caller, at);
        if (agent is BrowserLine) Tell(agent.Agent);
        if (agent.Leg is not { } leg) return;
        caller.Sound.Leg.Waits = false;
        caller.Bridge.Join(leg);
        BeginMeasuring(agent, at);
        if (caller.IsAsking || caller.Outsider is not null) Arrange(caller);
        Record(caller, at);
    }

    /// <summary>The phone's call is over, whoever ended it.</summary>
    void PhoneGone(PhoneLine agent, CallEnded ended, DateTimeOffset at)
    {
        var caller = agent.Caller;
        var (wasOn, wasAsked) = (IsOn(agent), caller.Asked == agent);
        Unhook(agent, at);
        agent.Sound.Dispose();
        if (!wasOn) return;
        TakeOff(agent);
        if (wasAsked) Tell(CellCommand.EndSegment(caller.Contact, agent.Agent));
        else if (!agent.IsAnswered || ended.Why is CallEnd.Lost) Decline(caller, agent.Agent, agent.Offer, agent.IsConnected);
        else HungUp(caller, agent, at);
    }

    /// <summary>The agent's part ends, and with it the call: the caller is not kept waiting for the database to say so.</summary>
    void HungUp(Caller caller, AgentLine agent, DateTimeOffset at)
    {
        if (caller.IsUnanswered)
        {
            caller.Line.HangUp(at);
            return;
        }
        if (caller.IsAsking)
        {
            // Who has asked somebody and puts the receiver down hands over.
            Tell(CellCommand.HandOver(caller.Contact, agent.Agent));
            return;
        }
        if (caller.Outsider is { IsAnswered: true } outsider)
        {
            Tell(CellCommand.EndSegment(caller.Contact, agent.Agent));
            HandOut(outsider, at);
            return;
        }
        Tell(CellCommand.EndSegment(caller.Contact, agent.Agent));
        caller.IsLetGo = true;
        caller.Line.HangUp(at);
    }

    /// <summary>The device did not take the call: somebody else gets it, at once.</summary>
    void Decline(Caller caller, Guid agent, int offer, bool isConnected) => Tell(
        !isConnected ? CellCommand.RefuseOffer(caller.Contact, agent, offer)
        : !caller.IsAsking ? CellCommand.TransferToQueue(caller.Contact, agent, caller.Number.QueueId)
        // Who is asked goes; when it is who asks, the other has the call.
        : caller.Agent is { } keeper && keeper.Agent != agent ? CellCommand.EndSegment(caller.Contact, agent)
        : CellCommand.HandOver(caller.Contact, agent));

    /// <summary>The phone is silent since long: its agent loses the call, the caller waits again in his place.</summary>
    void LosePhone(PhoneLine agent, DateTimeOffset at)
    {
        LetGo(agent, at);
        Decline(agent.Caller, agent.Agent, agent.Offer, isConnected: true);
    }

    void LetAgentsGo(Caller caller, DateTimeOffset at)
    {
        if (caller.Next is { } next) LetGo(next, at);
        if (caller.Asked is { } asked) LetGo(asked, at);
        if (caller.Agent is { } agent) LetGo(agent, at);
    }

    /// <summary>Stops the ringing or hangs up, without a word to the router.</summary>
    void LetGo(AgentLine agent, DateTimeOffset at)
    {
        TakeOff(agent);
        if (agent is PhoneLine phone) phone.Line.HangUp(at);
        else
        {
            Unhook(agent, at);
            (agent as BrowserLine)?.Hold(false);
            Tell(agent.Agent);
        }
    }

    static bool IsOn(AgentLine agent) => agent.Caller.Agent == agent || agent.Caller.Next == agent || agent.Caller.Asked == agent;

    /// <summary>It is the caller's no longer: he waits, unless another has him.</summary>
    static void TakeOff(AgentLine agent)
    {
        var caller = agent.Caller;
        if (caller.Next == agent) caller.Next = null;
        if (caller.Asked == agent) caller.Asked = null;
        if (caller.Agent != agent) return;
        caller.Agent = null;
        caller.Sound.Leg.Waits = true;
        caller.Visit?.TakeOfferBack();
    }

    /// <summary>Its sound goes out of the bridge.</summary>
    static void Unhook(AgentLine agent, DateTimeOffset at)
    {
        if (agent.Leg is not { } leg) return;
        EndMeasuring(agent, at);
        agent.Caller.Bridge.Leave(leg);
        leg.Waits = false;
        if (agent.Caller.Agent == agent) agent.Caller.Sound.Leg.Waits = true;
    }

    /// <summary>A blind transfer: to a colleague by the name of his phone, or to the queue behind a number.</summary>
    void Transfer(TransferAsked asked, DateTimeOffset at)
    {
        var user = CallerNumber.UserOf(asked.To.Uri);
        var contact = (asked.Call.Tag as PhoneLine)?.Caller.Contact ?? default;
        CellCommand? command = asked.Call.Tag is not PhoneLine agent ? null
            : book.Account(user) is { } colleague ? CellCommand.TransferToAgent(contact, agent.Agent, colleague.Person)
            : book.Number(user) is { } number ? CellCommand.TransferToQueue(contact, agent.Agent, number.QueueId)
            : null;
        asked.Call.TellTransfer(command is null ? 404 : 100, at);
        if (command is { } order) _ = Transferred(asked.Call, order);
    }

    async Task Transferred(Call call, CellCommand order)
    {
        var decision = await link.Ask(new AskRouter(order), patience);
        line.Post(at => call.TellTransfer(decision switch
        {
            { Refusal: null } => 200,
            { Refusal: { } refusal } when refusal == Refusal.AgentOffline.Name => 480,
            { Refusal: not null } => 403,
            _ => 503,
        }, at));
    }
}
