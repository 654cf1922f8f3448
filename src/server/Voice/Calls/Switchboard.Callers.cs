using System.Diagnostics;
using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>Customers: from a carrier's INVITE, by its number, into a queue.</summary>
sealed partial class Switchboard
{
    /// <summary>A party whose sound has stopped for so long is gone, though its telephone has not said so.</summary>
    static readonly TimeSpan silentFor = TimeSpan.FromSeconds(60);

    void Take(CallArrived arrived, DateTimeOffset at)
    {
        if (Objection(arrived) is { } status)
        {
            VoiceMetrics.CallTurnedAway($"refused-{status}");
            arrived.Call.Refuse(status, at);
            return;
        }
        var number = CallerNumber.Called(arrived.Invite, book)!;
        if (OpenSound() is not { } sound)
        {
            arrived.Call.Refuse(503, at);
            return;
        }
        if (arrived.Offer is { } offer && sound.Answer(offer, arrived.Call.Heard.Remote.Address) is null)
        {
            sound.Dispose();
            arrived.Call.Refuse(488, at);
            return;
        }
        Begin(new(Guid.CreateVersion7(at), number, arrived.Call, sound, new(music), CallerNumber.Of(arrived.Invite)) { BeganAt = at },
            arrived.Offer, at);
    }

    /// <returns>Null for a call that is to be taken.</returns>
    int? Objection(CallArrived arrived)
    {
        if (sources.TrunkOf(arrived.Call.Heard.Remote.Address) is null || arrived.Replaces is not null) return 403;
        if (CallerNumber.Called(arrived.Invite, book) is null) return 404;
        if (++newThisSecond < settings.NewCallsPerSecondMax) return null;
        line.Agent.TurnsAwayFor = rushRetry;
        return newThisSecond > settings.NewCallsPerSecondMax ? 503 : null;
    }

    void Begin(Caller caller, Sdp? offer, DateTimeOffset at)
    {
        caller.Line.Tag = caller;
        caller.Offered = offer;
        callers[caller.Contact] = caller;
        VoiceMetrics.CallBegan();
        caller.Sound.Leg.Waits = caller.IsRouted;
        caller.Bridge.Join(caller.Sound.Leg);
        _ = Store(caller, at);
    }

    async Task Store(Caller caller, DateTimeOffset at)
    {
        var stored = await link.Ask(new StoreCall(caller.Contact, caller.Number, caller.CallerNumber, at), patience);
        line.Post(now =>
        {
            if (stored is Regained regained) Regain(caller, regained.Contact, now);
            else if (stored is Done) Stored(caller, now);
            else NotStored(caller, now);
        });
    }

    /// <summary>The contact is committed: only now the caller hears that he is taken.</summary>
    void Stored(Caller caller, DateTimeOffset at)
    {
        if (!caller.IsStored && !caller.IsOver) Greet(caller, at);
        caller.IsStored = true;
        // He gave up while it was stored.
        if (caller.IsOver) link.Keep(new CallOver(caller.Contact, at, caller.IsRouted));
    }

    /// <summary>He was cut off: his contact goes on where it was, and he is not led through the number's plan again.</summary>
    void Regain(Caller caller, Guid contact, DateTimeOffset at)
    {
        callers.Remove(caller.Contact);
        (caller.Contact, caller.IsStored, caller.IsRouted) = (contact, true, true);
        if (caller.IsOver)
        {
            link.Keep(new CallOver(contact, at, Tells: true));
            return;
        }
        callers[contact] = caller;
        caller.Sound.Leg.Waits = true;
        if (caller.Number.HearsMusic || caller.Number.PlanId is not null) AnswerCaller(caller, at);
        else caller.Line.Ring(180, null, at);
        Tell(CellCommand.WakeContact(contact, Reason.CustomerBack));
    }

    void Greet(Caller caller, DateTimeOffset at)
    {
        if (caller.Agent is { IsConnected: true, IsAnswered: true }) return;
        if (caller.Number.PlanId is { } plan) BeginVisit(caller, book.Answering.StepsOf(plan), at);
        else if (caller.Number.HearsMusic) AnswerCaller(caller, at);
        else caller.Line.Ring(180, null, at);
    }

    void NotStored(Caller caller, DateTimeOffset at)
    {
        caller.IsLetGo = true;
        caller.Line.Refuse(503, at);
        // It may have been stored all the same.
        link.Keep(new CallOver(caller.Contact, at, caller.IsRouted));
    }

    /// <summary>200 to the caller; from here on its sound goes both ways.</summary>
    void AnswerCaller(Caller caller, DateTimeOffset at)
    {
        if (caller.IsAnswered || caller.IsOver) return;
        caller.IsAnswered = true;
        var address = caller.Line.Heard.Remote.Address;
        var media = caller.Offered is { } offer ? caller.Sound.Answer(offer, address) : caller.Sound.Offer();
        caller.Line.Answer(media!, at);
        clock.Add(caller.Bridge);
    }

    void CallerGone(Caller caller, CallEnded ended, DateTimeOffset at)
    {
        caller.IsOver = true;
        caller.IsLost |= ended.Why is CallEnd.Lost;
        callers.Remove(caller.Contact);
        var facts = FactsOf(caller, at);
        EndVisit(caller, at);
        clock.Remove(caller.Bridge);
        StopRecording(caller);
        LeaveAll(caller, at);
        caller.Bridge.Leave(caller.Sound.Leg);
        caller.Sound.Dispose();
        VoiceMetrics.CallEnded(caller.IsLost ? nameof(CallEnd.Lost) : ended.Why.ToString());
        LetAgentsGo(caller, at);
        caller.Outsider?.Line.HangUp(at);
        if (caller.Leg != default) link.Keep(new Outgoing.OutsideLegFact(caller.Leg, at, HasEnded: true));
        var tells = caller is { IsRouted: true, IsLetGo: false, IsUnanswered: false };
        if (caller.IsStored) link.Keep(new CallOver(caller.Contact, at, tells, caller.IsLost, facts));
    }

    /// <summary>Ends the calls of whom nothing is heard any more; those on hold may be silent.</summary>
    void EndSilent(DateTimeOffset at)
    {
        var before = (long)(Stopwatch.GetElapsedTime(0) - silentFor).TotalMilliseconds;
        foreach (var caller in callers.Values.ToList())
        {
            if (IsSilent(caller.Sound.Leg, before))
            {
                caller.IsLost = true;
                caller.Line.HangUp(at);
            }
            else if (caller.Agent is PhoneLine { IsAnswered: true } agent && IsSilent(agent.Leg, before)) LosePhone(agent, at);
        }
    }

    static bool IsSilent(MediaLeg leg, long before) => leg.AliveAtMs > 0 && leg.AliveAtMs < before && !leg.IsHolding;
}
