using System.Net;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Calls;

/// <summary>Carriers: where one does not work, a call to the outside goes over the next, and later calls try it last for a while.</summary>
sealed partial class Switchboard
{
    /// <summary>A carrier that has said nothing at all for so long, not even that it tries, does not work.</summary>
    static readonly TimeSpan carrierSilentFor = TimeSpan.FromSeconds(4);

    static readonly TimeSpan carrierRestsFor = TimeSpan.FromMinutes(1);

    readonly Dictionary<IPEndPoint, DateTimeOffset> carriersRestUntil = [];

    /// <summary>The peers of all trunks as they stand in the settings, those that rest last.</summary>
    IEnumerable<CarrierPeer> Carriers(DateTimeOffset at) =>
        from trunk in settings.Trunks
        from peer in trunk.Peers
        orderby carriersRestUntil.GetValueOrDefault(peer) > at
        select new CarrierPeer(trunk, peer);

    /// <param name="shown">The number that the other side sees.</param>
    Call CallOver(CarrierPeer carrier, string number, string shown, Sound sound, DateTimeOffset at)
    {
        var (trunk, peer) = carrier;
        var to = AddressUri.Parse($"sip:{number}@{trunk.Domain ?? $"{Host(peer.Address)}:{peer.Port}"}");
        var from = new NameAddress(null, Self(shown), Parameters.None);
        return line.Agent.Place(new(to, from, new Hop(trunk.Transport, peer), sound.Offer(), trunk.Account), at);
    }

    /// <summary>The carrier has refused, not the customer: the next one is asked.</summary>
    /// <returns>False when that was the customer's word, or nobody is left to ask.</returns>
    bool TriesNextCarrier(Caller caller, CallEnded ended, DateTimeOffset at) =>
        ended.Why is CallEnd.Refused && ended.Status is 408 or 500 or 502 or 503 or 504 && TriesNextCarrier(caller, at);

    bool TriesNextCarrier(Caller caller, DateTimeOffset at)
    {
        if (caller is not { IsReached: false, IsLetGo: false, Search: { } search }) return false;
        carriersRestUntil[search.Present.At] = at + carrierRestsFor;
        VoiceMetrics.CarrierFailed(search.Present.Trunk.Name);
        if (!search.TryNext(at)) return false;
        caller.Line.Tag = null;
        caller.Line = CallOver(search.Present, search.Order.Number, search.Order.Shown, caller.Sound, at);
        caller.Line.Tag = caller;
        return true;
    }

    /// <summary>A machine that is off refuses nothing.</summary>
    void PassOverSilentCarriers(DateTimeOffset at)
    {
        foreach (var caller in callers.Values)
        {
            var asked = caller.Line;
            if (caller.Search is { } search && !caller.IsReached && !asked.IsProceeding && at - search.Since >= carrierSilentFor
                && TriesNextCarrier(caller, at)) asked.HangUp(at);
        }
    }
}
