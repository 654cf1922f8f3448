using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Calls;

/// <summary>Whom calls can reach: the centre is told when that changes, for it offers calls to nobody else.</summary>
sealed partial class Switchboard
{
    /// <summary>A browser that is gone for a moment is awaited: a page is loaded anew.</summary>
    static readonly TimeSpan reachGrace = TimeSpan.FromSeconds(20);

    /// <summary>As last told; null: to be told, whatever it is.</summary>
    HashSet<Guid>? reached;
    bool hasReachChanged = true;
    int phonesSeen;

    /// <summary>Somebody has come who does not know.</summary>
    public void TellReachAnew()
    {
        reached = null;
        hasReachChanged = true;
    }

    void TellReach(DateTimeOffset at)
    {
        (hasReachChanged, phonesSeen) = (false, telephones.Changes);
        HashSet<Guid> now = [.. browsers.Keys, .. telephones.People(at)];
        foreach (var (agent, since) in browsersGone)
            if (at - since < reachGrace) now.Add(agent);
        if (reached is not null && now.SetEquals(reached)) return;
        reached = now;
        link.Say(new TelephonesNow([.. now]));
    }
}
