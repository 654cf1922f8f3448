using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Voice.Centre;

namespace Centrala.Server.Voice.Calls;

/// <summary>What the router decided, done on the lines. News come after their commit, in order.</summary>
sealed partial class Switchboard
{
    public void Hear(IReadOnlyList<RoutingNews> news, DateTimeOffset at)
    {
        foreach (var one in news)
            if (callers.TryGetValue(one.Contact, out var caller)) Hear(caller, one, at);
    }

    /// <summary>A writer began anew: what was missed meanwhile is made good.</summary>
    public void Recover(IReadOnlyList<Standing> standings, DateTimeOffset at)
    {
        foreach (var one in standings)
            if (callers.TryGetValue(one.Contact, out var caller)) Recover(caller, one, at);
    }

    void Hear(Caller caller, RoutingNews news, DateTimeOffset at)
    {
        // It goes on without the line, or is over.
        if (caller.IsLetGo) return;
        switch (news.Kind)
        {
            case EventKind.Offered:
                CutVisit(caller, at);
                Ring(caller, news.Agent, news.Offer, isConnected: false, at);
                break;
            case EventKind.OfferFailed when Ringing(caller) is { } ringing && ringing.Agent == news.Agent:
                LetGo(ringing, at);
                break;
            case EventKind.TransferStarted when news.Reason is Reason.Consulted:
                BeginAsking(caller);
                break;
            case EventKind.Consulted:
                Asked(caller, news.Agent, at);
                break;
            case EventKind.SeekEnded or EventKind.ConsultEnded:
                EndAsking(caller, at);
                break;
            // In a visit the machine says so first, and hangs up itself.
            case EventKind.CallbackPromised when caller.Visit is null:
                LetGo(caller, at);
                break;
            case EventKind.Connected:
                Connected(caller, news.Agent, at);
                break;
            case EventKind.SegmentEnded when caller.Agent is { } talking && talking.Agent == news.Agent:
                LetGo(talking, at);
                // Who is asked and has not answered yet is to get it, and the customer waits for him.
                if (caller.Asked is null) caller.IsAside = caller.IsAsking = false;
                Arrange(caller);
                break;
            case EventKind.ContactEnded or EventKind.ContactParked:
                LetGo(caller, at);
                break;
            default:
                break;
        }
    }

    void Connected(Caller caller, Guid agent, DateTimeOffset at)
    {
        if (caller.Asked is { } asked && asked.Agent == agent)
        {
            Promote(caller, asked, at);
            return;
        }
        if (caller.Next is { } next && next.Agent == agent)
        {
            if (caller.Agent is { } earlier) LetGo(earlier, at);
            (caller.Agent, caller.Next) = (next, null);
        }
        if (caller.Agent is not { } one || one.Agent != agent)
        {
            LetAgentsGo(caller, at);
            Ring(caller, agent, 0, isConnected: true, at);
            return;
        }
        one.IsConnected = true;
        if (one.IsAnswered) Join(one, at);
    }

    /// <summary>The contact needs the line no longer: it is over, or goes on as work without it.</summary>
    void LetGo(Caller caller, DateTimeOffset at)
    {
        caller.IsLetGo = true;
        LetAgentsGo(caller, at);
        caller.Line.HangUp(at);
    }

    void Recover(Caller caller, Standing standing, DateTimeOffset at)
    {
        if (caller.IsLetGo) return;
        var ringing = Ringing(caller);
        switch (standing.State)
        {
            case ContactState.Ended or ContactState.WrapUp or ContactState.Parked:
                LetGo(caller, at);
                break;
            case ContactState.Connected:
                Connected(caller, standing.Agent, at);
                if (caller.IsAsking && !standing.IsAsking) EndAsking(caller, at);
                break;
            case ContactState.Offered when ringing is null || ringing.Agent != standing.Agent || ringing.Offer != standing.Offer:
                LetAgentsGo(caller, at);
                Ring(caller, standing.Agent, standing.Offer, isConnected: false, at);
                break;
            case ContactState.Offered when ringing!.IsAnswered:
                Accept(ringing);
                break;
            case ContactState.Waiting:
                LetAgentsGo(caller, at);
                break;
            default:
                break;
        }
    }
}
