using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>
/// An agent asks somebody before he hands his call over, or has him join in: a colleague, whom the router finds, or
/// somebody outside. Who hears whom is a matter of two rooms of the bridge.
/// </summary>
sealed partial class Switchboard
{
    /// <summary>With whom the agent of a call talks now: the customer, whoever he asks, or all of them.</summary>
    public CallDone TalkTo(TalkTo asked, DateTimeOffset at)
    {
        if (Talking(asked.Contact, asked.Agent) is not { Caller: { } caller } || !HasThird(caller)) return new(false);
        if (asked.Whom is Talk.All)
        {
            caller.IsAskedJoined = caller.Asked is not null;
            if (caller.Outsider is { IsAnswered: true } outsider) outsider.IsJoined = true;
        }
        caller.IsAside = asked.Whom is Talk.Asked;
        if (caller.IsAside) Part(caller);
        Arrange(caller);
        Record(caller, at);
        Tell(asked.Agent);
        return new(true);
    }

    /// <summary>The agent wants the colleague or the outsider no longer.</summary>
    public CallDone Dismiss(DismissOutsider asked, DateTimeOffset at)
    {
        if (Talking(asked.Contact, asked.Agent)?.Caller.Outsider is not { } outsider) return new(false);
        outsider.Line.HangUp(at);
        return new(true);
    }

    /// <summary>The call belongs to the outsider from here on: the agent is done with it.</summary>
    public CallDone HandOut(HandOutside asked, DateTimeOffset at)
    {
        if (Talking(asked.Contact, asked.Agent)?.Caller is not { Outsider: { IsAnswered: true } outsider }) return new(false);
        HandOut(outsider, at);
        return new(true);
    }

    static bool HasThird(Caller caller) => caller.Asked is not null || caller.Outsider is { IsAnswered: true };

    /// <summary>Who was heard by the customer is not, while he is spoken to alone.</summary>
    static void Part(Caller caller)
    {
        if (caller.Outsider is { } outsider) outsider.IsJoined = false;
        else caller.IsAskedJoined = false;
    }

    void BeginAsking(Caller caller)
    {
        caller.IsAsking = caller.IsAside = true;
        Arrange(caller);
        TellAgent(caller);
    }

    /// <summary>The colleague is there, once his device is picked up.</summary>
    void Asked(Caller caller, Guid agent, DateTimeOffset at)
    {
        if (caller.Next is not { } next || next.Agent != agent)
        {
            // He took it at the desk before his device rang.
            Ring(caller, agent, 0, isConnected: true, at);
            if (caller.Next is not { } rung) return;
            next = rung;
        }
        (caller.Asked, caller.Next, caller.IsAskedJoined) = (next, null, false);
        next.IsConnected = true;
        if (next.IsAnswered) Join(next, at);
        TellAgent(caller);
    }

    /// <summary>Nobody is asked any more: the agent has his customer back.</summary>
    void EndAsking(Caller caller, DateTimeOffset at)
    {
        caller.IsAsking = caller.IsAskedJoined = false;
        if (caller.Asked is { } asked) LetGo(asked, at);
        ComeBack(caller);
    }

    void ComeBack(Caller caller)
    {
        var isSomebodyAside = caller is { IsAsking: true, IsAskedJoined: false } || caller.Outsider is { IsJoined: false };
        if (!isSomebodyAside) caller.IsAside = false;
        Arrange(caller);
        TellAgent(caller);
    }

    /// <summary>The asked one has the call now.</summary>
    void Promote(Caller caller, AgentLine asked, DateTimeOffset at)
    {
        if (caller.Agent is { } earlier) LetGo(earlier, at);
        (caller.Agent, caller.Asked, caller.IsAsking, caller.IsAskedJoined, caller.IsAside) = (asked, null, false, false, false);
        Arrange(caller);
        Tell(asked.Agent);
    }

    /// <summary>Puts everybody into his room; who is alone in his hears music.</summary>
    void Arrange(Caller caller)
    {
        var bridge = caller.Bridge;
        var room = caller.IsAside ? Bridge.Aside : Bridge.Main;
        if (caller.Agent?.Leg is { } agent) bridge.MoveTo(agent, room);
        foreach (var guest in caller.Guests) bridge.MoveTo(guest.Leg, room);
        Place(bridge, caller.Asked?.Leg, caller.IsAskedJoined, caller.IsAside);
        if (caller.Outsider is { IsAnswered: true } outsider) Place(bridge, outsider.Sound.Leg, outsider.IsJoined, caller.IsAside);
        var isRung = caller.IsAsking && caller.Asked is not { Leg: not null } || caller.Outsider is { IsAnswered: false };
        bridge.RingsAside = caller.IsAside && isRung;
        var hasCompany = caller.Agent is { IsConnected: true, Leg: not null } && !caller.IsAside
            || caller.Asked is { Leg: not null } && caller.IsAskedJoined || caller.Outsider is { IsAnswered: true, IsJoined: true };
        if (caller.IsAnswered) caller.Sound.Leg.Waits = caller.IsRouted && caller.IsReached && !hasCompany;
    }

    static void Place(Bridge bridge, MediaLeg? leg, bool isJoined, bool isAside)
    {
        if (leg is null) return;
        bridge.MoveTo(leg, isJoined ? Bridge.Main : Bridge.Aside);
        leg.Waits = !isJoined && !isAside;
    }

    void TellAgent(Caller caller)
    {
        if (caller.Agent is { } agent) Tell(agent.Agent);
        if (caller.Asked is { } asked) Tell(asked.Agent);
    }

    /// <summary>How the call stands with those whom its agent asks; null where he asks nobody.</summary>
    static AskingNow? AskingOf(Caller? caller) => caller is null || !caller.IsAsking && caller.Outsider is null ? null
        : new(caller.Contact, caller.IsAside ? Talk.Asked : caller.IsAskedJoined || caller.Outsider is { IsJoined: true } ? Talk.All : Talk.Customer,
            caller.Asked is not null, caller.Outsider?.Order.Number, caller.Outsider?.IsAnswered ?? false);
}
