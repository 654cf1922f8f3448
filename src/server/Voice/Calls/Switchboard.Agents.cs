using System.Diagnostics;
using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Calls;

/// <summary>Agents' desk phones: an offer rings there, picking up accepts it, hanging up ends the agent's part.</summary>
sealed partial class Switchboard
{
    const string Unknown = "anonymous";

    /// <param name="isConnected">The agent has the contact already, taken at the desk or given.</param>
    void RingPhone(Caller caller, Guid agent, int offer, bool isConnected, DateTimeOffset at)
    {
        LetPhoneGo(caller, at);
        if (telephones.Of(agent, at) is not { } binding || OpenSound() is not { } sound)
        {
            Decline(caller, agent, offer, isConnected);
            return;
        }
        var from = new NameAddress(caller.CallerNumber, Self(caller.CallerNumber is { } number ? Uri.EscapeDataString(number) : Unknown), Parameters.None);
        var isTranslated = binding.Contact.SipUri?.Host != binding.Reached.Remote.Address.ToString();
        var call = line.Agent.Place(new(binding.Contact.Uri, from, binding.Reached, sound.Offer(), IsTranslated: isTranslated), at);
        if (caller.ArrivedAt > 0) VoiceMetrics.Rang(Stopwatch.GetElapsedTime(caller.ArrivedAt));
        caller.ArrivedAt = 0;
        call.Tag = caller.Agent = new(caller, agent, offer, call, sound) { IsConnected = isConnected };
    }

    void PickedUp(AgentLine agent, Sdp? answer, DateTimeOffset at)
    {
        if (agent.Caller.Agent != agent || !agent.Sound.Take(answer, agent.Line.Heard.Remote.Address))
        {
            agent.Line.HangUp(at);
            return;
        }
        agent.IsAnswered = true;
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
            if (!agent.IsConnected) agent.Line.HangUp(at);
        });
    }

    void Join(AgentLine agent, DateTimeOffset at)
    {
        var caller = agent.Caller;
        AnswerCaller(caller, at);
        caller.Sound.Leg.Waits = false;
        caller.Bridge.Join(agent.Sound.Leg);
    }

    /// <summary>The phone's call is over, whoever ended it.</summary>
    void PhoneGone(AgentLine agent, CallEnded ended, DateTimeOffset at)
    {
        var caller = agent.Caller;
        caller.Bridge.Leave(agent.Sound.Leg);
        agent.Sound.Dispose();
        if (caller.Agent != agent) return;
        caller.Agent = null;
        caller.Sound.Leg.Waits = true;
        if (!agent.IsAnswered || ended.Why is CallEnd.Lost) Decline(caller, agent.Agent, agent.Offer, agent.IsConnected);
        else HungUp(caller, agent, at);
    }

    /// <summary>The agent's part ends, and with it the call: the caller is not kept waiting for the database to say so.</summary>
    void HungUp(Caller caller, AgentLine agent, DateTimeOffset at)
    {
        Tell(CellCommand.EndSegment(caller.Contact, agent.Agent));
        caller.IsLetGo = true;
        caller.Line.HangUp(at);
    }

    /// <summary>The phone did not take the call: somebody else gets it, at once.</summary>
    void Decline(Caller caller, Guid agent, int offer, bool isConnected) => Tell(isConnected
        ? CellCommand.TransferToQueue(caller.Contact, agent, caller.Number.QueueId)
        : CellCommand.RefuseOffer(caller.Contact, agent, offer));

    /// <summary>The phone is silent since long: its agent loses the call, the caller waits again in his place.</summary>
    void LosePhone(AgentLine agent, DateTimeOffset at)
    {
        LetPhoneGo(agent.Caller, at);
        Decline(agent.Caller, agent.Agent, agent.Offer, isConnected: true);
    }

    /// <summary>Stops the phone's ringing or hangs it up, without a word to the router.</summary>
    void LetPhoneGo(Caller caller, DateTimeOffset at)
    {
        if (caller.Agent is not { } agent) return;
        caller.Agent = null;
        caller.Sound.Leg.Waits = true;
        agent.Line.HangUp(at);
    }

    /// <summary>A blind transfer: to a colleague by the name of his phone, or to the queue behind a number.</summary>
    void Transfer(TransferAsked asked, DateTimeOffset at)
    {
        var user = CallerNumber.UserOf(asked.To.Uri);
        var contact = (asked.Call.Tag as AgentLine)?.Caller.Contact ?? default;
        CellCommand? command = asked.Call.Tag is not AgentLine agent ? null
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
