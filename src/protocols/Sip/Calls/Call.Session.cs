namespace Centrala.Protocols.Sip;

/// <summary>Session timers (RFC 4028): who refreshes, how often, and when a silent peer counts as gone.</summary>
public sealed partial class Call
{
    /// <summary>How much earlier than the interval the side that waits gives up, at most.</summary>
    static readonly TimeSpan margin = TimeSpan.FromSeconds(32);

    TimeSpan? interval;
    bool weRefresh;
    DateTimeOffset? sessionDue;
    ClientTransaction? refreshing;

    /// <returns>Whether the peer's interval was too short, and 422 has gone out.</returns>
    bool RefusesInterval(ServerTransaction transaction, DateTimeOffset at)
    {
        if (transaction.Request.Headers.Value<Seconds>("Session-Expires") is not { } asked || asked.Time >= agent.Settings.SessionIntervalMin) return false;
        var response = transaction.Request.Answer(422, localTag)!;
        response.Headers.Add("Min-SE", new Seconds((long)agent.Settings.SessionIntervalMin.TotalSeconds, Parameters.None));
        agent.Respond(transaction, response, at);
        return true;
    }

    void AskForInterval(SipRequest request) =>
        request.Headers.Add("Session-Expires", new Seconds((long)agent.Settings.SessionInterval.TotalSeconds, Parameters.None));

    /// <summary>As called: the peer refreshes if it can, for it may sit behind a translator that forgets it.</summary>
    void AcceptInterval(SipRequest request, SipResponse response)
    {
        var asked = request.Headers.Value<Seconds>("Session-Expires");
        var canTimer = request.Headers.Lists("Supported", "timer");
        interval = asked is not null && asked.Time < agent.Settings.SessionInterval ? asked.Time : agent.Settings.SessionInterval;
        weRefresh = !canTimer || asked?.Parameters["refresher"] == "uas";
        response.Headers.Add("Session-Expires",
            new Seconds((long)interval.Value.TotalSeconds, Parameters.None.With("refresher", weRefresh ? "uas" : "uac")));
        if (canTimer) response.Headers.Add("Require", "timer");
    }

    /// <summary>As caller: without a word of the peer's, it is we who ask from time to time.</summary>
    void LearnInterval(SipResponse response)
    {
        var given = response.Headers.Value<Seconds>("Session-Expires");
        interval = given?.Time ?? agent.Settings.SessionInterval;
        if (interval < agent.Settings.SessionIntervalMin) interval = agent.Settings.SessionIntervalMin;
        weRefresh = given?.Parameters["refresher"] != "uas";
    }

    void StartSession(DateTimeOffset at)
    {
        if (interval is not { } every || stage is not (Stage.On or Stage.Answered)) return;
        var early = every / 3 < margin ? every / 3 : margin;
        sessionDue = at + (weRefresh ? every / 2 : every - early);
    }

    void RefreshOrLose(DateTimeOffset at)
    {
        sessionDue = null;
        if (!weRefresh)
        {
            Bye(at);
            End(CallEnd.Lost, 408);
        }
        else if (reoffering is not null || offering is not null || localSdp is null) StartSession(at);
        else Refresh(at);
    }

    /// <summary>By an INVITE with the media as they are, which every peer knows.</summary>
    void Refresh(DateTimeOffset at)
    {
        var invite = Request("INVITE");
        invite.SetBody(MediaType.Sdp, localSdp!.ToBytes());
        AskForInterval(invite);
        refreshing = Send(invite, at);
    }

    void TakeAnswerToRefresh(SipResponse? response, DateTimeOffset at)
    {
        refreshing = null;
        if (response is { IsSuccess: true }) LearnInterval(response);
        StartSession(at);
    }

    /// <returns>Whether the peer's 422 says which interval it takes.</returns>
    static bool Lengthens(SipRequest again, SipResponse response)
    {
        if (response.Headers.Value<Seconds>("Min-SE") is not { } least || again.Headers.Has("Min-SE")) return false;
        again.Headers.Set("Session-Expires", new Seconds(least.Value, Parameters.None));
        again.Headers.Add("Min-SE", new Seconds(least.Value, Parameters.None));
        return true;
    }
}
