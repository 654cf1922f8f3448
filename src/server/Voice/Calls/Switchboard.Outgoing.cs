using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Outgoing;

namespace Centrala.Server.Voice.Calls;

/// <summary>Calls to the outside: the agent's device first, then the customer over the first carrier that works.</summary>
sealed partial class Switchboard
{
    public PlacedCall Place(PlaceCall order, DateTimeOffset at)
    {
        if (isClosing || callers.Count >= settings.CallsMax) return new(VoiceProblems.TelephoneAway.Name);
        if (!Carriers(at).Any()) return new(VoiceProblems.NoTrunk.Name);
        if (callers.ContainsKey(order.Contact)) return new((string?)null);
        LeaveAll(order.Agent, at);
        if (browsers.ContainsKey(order.Agent))
        {
            if (CallCustomer(order, at) is not { } caller) return new(VoiceProblems.TelephoneAway.Name);
            TakePart(caller, Browser(caller, order.Agent, 0, at), at);
            return new((string?)null);
        }
        if (telephones.Of(order.Agent, at) is not { } binding || OpenSound() is not { } sound) return new(Refusal.NoDevice.Name);
        var line = Dial(binding, order.Number, sound, at);
        line.Tag = new Dialling(order, line, sound);
        return new((string?)null);
    }

    void DiallerPickedUp(Dialling dialling, Sdp? answer, DateTimeOffset at)
    {
        if (!dialling.Sound.Take(answer, dialling.Line.Heard.Remote.Address) || CallCustomer(dialling.Order, at) is not { } caller)
        {
            dialling.Line.HangUp(at);
            return;
        }
        var phone = new PhoneLine(caller, dialling.Order.Agent, 0, dialling.Line, dialling.Sound);
        dialling.Line.Tag = phone;
        phone.PickUp();
        TakePart(caller, phone, at);
    }

    void DiallerGone(Dialling dialling, DateTimeOffset at)
    {
        dialling.Sound.Dispose();
        link.Keep(new CallOver(dialling.Order.Contact, at, Tells: dialling.Order.Leg == default));
        if (dialling.Order.Leg is var leg && leg != default) link.Keep(new OutsideLegFact(leg, at, HasEnded: true));
    }

    /// <returns>Null when no port is free.</returns>
    Caller? CallCustomer(PlaceCall order, DateTimeOffset at)
    {
        if (OpenSound() is not { } sound) return null;
        var search = new CarrierSearch(order, Carriers(at));
        search.TryNext(at);
        var call = CallOver(search.Present, order.Number, order.Shown, sound, at);
        var caller = new Caller(order.Contact, order.From, call, sound, new(music), order.Number)
        {
            BeganAt = at,
            IsAnswered = true,
            IsStored = true,
            IsReached = false,
            ArrivedAt = 0,
            Leg = order.Leg,
            Search = search,
        };
        call.Tag = caller;
        callers[order.Contact] = caller;
        VoiceMetrics.CallBegan();
        caller.Bridge.Join(sound.Leg);
        caller.Bridge.RingsBack = true;
        clock.Add(caller.Bridge);
        return caller;
    }

    void TakePart(Caller caller, AgentLine agent, DateTimeOffset at)
    {
        agent.IsConnected = true;
        caller.Agent = agent;
        Join(agent, at);
    }

    /// <summary>What the network says while it rings: an announcement, or the ringing itself.</summary>
    void CustomerRings(Caller caller, Sdp media)
    {
        if (caller.Sound.Take(media, caller.Line.Heard.Remote.Address)) caller.Bridge.RingsBack = false;
    }

    void CustomerAnswered(Caller caller, Sdp? answer, DateTimeOffset at)
    {
        caller.IsReached = true;
        if (caller.Leg != default) link.Keep(new OutsideLegFact(caller.Leg, at, HasEnded: false));
        caller.Bridge.RingsBack = false;
        if (answer is not null && !caller.Sound.Take(answer, caller.Line.Heard.Remote.Address)) caller.Line.HangUp(at);
        else if (caller.Agent is not null) Record(caller, at);
    }
}
