using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Leads;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>Leads in calls of their agents: who hears them is a matter of the bridge's gains. Each stretch is kept.</summary>
sealed partial class Switchboard
{
    /// <summary>Leads in one call at once.</summary>
    const int GuestsMax = 2;

    public JoinedCall JoinCall(JoinCall asked, DateTimeOffset at)
    {
        if (!callers.TryGetValue(asked.Contact, out var caller) || caller.Agent is not { IsConnected: true } agent || agent.Agent == asked.Lead)
            return new(VoiceProblems.NoSuchCall.Name);
        if (GuestOf(caller, asked.Lead) is { } there)
        {
            Behave(there, asked.Mode, at);
            return new((string?)null);
        }
        if (IsTalking(asked.Lead) || caller.Guests.Count >= GuestsMax) return new(VoiceProblems.LeadIsBusy.Name);
        LeaveAll(asked.Lead, at);
        EndEcho(asked.Lead);
        if (Invite(caller, asked, at) is not { } guest) return new(Refusal.NoDevice.Name);
        caller.Guests.Add(guest);
        if (guest.Line is null) Enter(guest, at);
        return new((string?)null);
    }

    public CallDone LeaveCall(LeaveCall asked, DateTimeOffset at)
    {
        if (!callers.TryGetValue(asked.Contact, out var caller) || GuestOf(caller, asked.Lead) is not { } guest) return new(false);
        Leave(guest, at);
        return new(true);
    }

    /// <returns>Null where the lead has neither browser nor phone, or no port is free.</returns>
    Guest? Invite(Caller caller, JoinCall asked, DateTimeOffset at)
    {
        if (browsers.TryGetValue(asked.Lead, out var browser)) return new(caller, asked.Lead, asked.Mode, browser);
        if (telephones.Of(asked.Lead, at) is not { } binding || OpenSound() is not { } sound) return null;
        var call = Dial(binding, caller.CallerNumber, sound, at);
        var guest = new Guest(caller, asked.Lead, asked.Mode, sound.Leg) { Line = call, Sound = sound };
        call.Tag = guest;
        return guest;
    }

    void GuestPickedUp(Guest guest, Sdp? answer, DateTimeOffset at)
    {
        if (guest.Caller.Guests.Contains(guest) && guest.Sound!.Take(answer, guest.Line!.Heard.Remote.Address)) Enter(guest, at);
        else guest.Line!.HangUp(at);
    }

    void GuestGone(Guest guest, DateTimeOffset at)
    {
        Leave(guest, at);
        guest.Sound!.Dispose();
    }

    void Enter(Guest guest, DateTimeOffset at)
    {
        guest.Caller.Bridge.Join(guest.Leg, ReachOf(guest.Mode));
        if (guest.Caller.IsAside) Arrange(guest.Caller);
        Begin(guest, at);
    }

    void Behave(Guest guest, LeadMode mode, DateTimeOffset at)
    {
        if (guest.Mode == mode) return;
        guest.Mode = mode;
        if (guest.Fact is null) return;
        guest.Caller.Bridge.SetReach(guest.Leg, ReachOf(mode));
        End(guest, at);
        Begin(guest, at);
    }

    void Leave(Guest guest, DateTimeOffset at)
    {
        if (!guest.Caller.Guests.Remove(guest)) return;
        guest.Caller.Bridge.Leave(guest.Leg);
        End(guest, at);
        guest.Line?.HangUp(at);
    }

    /// <summary>The lead's device is wanted otherwise.</summary>
    void LeaveAll(Guid lead, DateTimeOffset at)
    {
        foreach (var guest in callers.Values.SelectMany(caller => caller.Guests).Where(one => one.Lead == lead).ToList()) Leave(guest, at);
    }

    void LeaveAll(Caller caller, DateTimeOffset at)
    {
        foreach (var guest in caller.Guests.ToList()) Leave(guest, at);
    }

    void Begin(Guest guest, DateTimeOffset at) => link.Keep(guest.Fact =
        new(Guid.CreateVersion7(at), guest.Caller.Contact, guest.Caller.Number.PartnerId, guest.Lead, guest.Mode, at));

    void End(Guest guest, DateTimeOffset at)
    {
        if (guest.Fact is { } fact) link.Keep(fact with { EndedAt = at });
        guest.Fact = null;
    }

    bool IsTalking(Guid person) => callers.Values.Any(caller =>
        caller.Agent?.Agent == person || caller.Next?.Agent == person || caller.Asked?.Agent == person);

    static Guest? GuestOf(Caller caller, Guid lead) => caller.Guests.Find(one => one.Lead == lead);

    static Reach ReachOf(LeadMode mode) => mode switch { LeadMode.Barge => Reach.Everybody, LeadMode.Coach => Reach.Agents, _ => Reach.Nobody };
}
