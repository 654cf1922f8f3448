using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Outgoing;

namespace Centrala.Server.Voice.Calls;

/// <summary>People outside whom an agent calls into his call.</summary>
sealed partial class Switchboard
{
    public PlacedCall CallOutside(CallOutside order, DateTimeOffset at)
    {
        if (Talking(order.Contact, order.Agent)?.Caller is not { } caller) return new(VoiceProblems.NoSuchCall.Name);
        if (caller.Outsider is { } there)
            return new(there.Order.Leg == order.Leg ? null : VoiceProblems.SomebodyIsCalled.Name);
        CarrierPeer? carrier = Carriers(at).Select(one => (CarrierPeer?)one).FirstOrDefault();
        if (carrier is not { } over) return new(VoiceProblems.NoTrunk.Name);
        if (OpenSound() is not { } sound) return new(VoiceProblems.TelephoneAway.Name);
        var line = CallOver(over, order.Number, order.Shown, sound, at);
        line.Tag = caller.Outsider = new(caller, order, line, sound);
        caller.IsAside = true;
        Arrange(caller);
        TellAgent(caller);
        return new((string?)null);
    }

    void OutsiderAnswered(Outsider outsider, Sdp? answer, DateTimeOffset at)
    {
        var caller = outsider.Caller;
        if (caller.Outsider != outsider || answer is not null && !outsider.Sound.Take(answer, outsider.Line.Heard.Remote.Address))
        {
            outsider.Line.HangUp(at);
            return;
        }
        outsider.IsAnswered = true;
        caller.Bridge.Join(outsider.Sound.Leg);
        link.Keep(new OutsideLegFact(outsider.Order.Leg, at, HasEnded: false));
        if (outsider.Order.HandsOver) HandOut(outsider, at);
        else Arrange(caller);
        TellAgent(caller);
    }

    void OutsiderGone(Outsider outsider, DateTimeOffset at)
    {
        var caller = outsider.Caller;
        caller.Bridge.Leave(outsider.Sound.Leg);
        outsider.Sound.Dispose();
        link.Keep(new OutsideLegFact(outsider.Order.Leg, at, HasEnded: true));
        if (caller.Outsider != outsider) return;
        caller.Outsider = null;
        if (caller.Agent is null && caller.IsLetGo) caller.Line.HangUp(at);
        else ComeBack(caller);
    }

    /// <summary>Customer and outsider talk on by themselves, unrecorded, until one of them hangs up.</summary>
    void HandOut(Outsider outsider, DateTimeOffset at)
    {
        var caller = outsider.Caller;
        if (caller.Agent is { } agent) Tell(CellCommand.EndSegment(caller.Contact, agent.Agent));
        caller.IsLetGo = outsider.IsJoined = true;
        caller.IsAside = caller.IsAsking = false;
        StopRecording(caller);
        LeaveAll(caller, at);
        LetAgentsGo(caller, at);
        Arrange(caller);
    }
}
