using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>An agent's part in a call, by whatever he hears and speaks with.</summary>
abstract class AgentLine(Caller caller, Guid agent, int offer)
{
    public Caller Caller => caller;

    public Guid Agent => agent;

    /// <summary>The offer's number within the contact; 0 when the agent had taken the contact before the device rang.</summary>
    public int Offer => offer;

    /// <summary>The router has decided that the agent has the contact.</summary>
    public bool IsConnected { get; set; }

    /// <summary>The device was picked up.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>Null while there is none.</summary>
    public abstract MediaLeg? Leg { get; }

    /// <summary>What its leg had counted when it joined, and when that was; null while it is not joined.</summary>
    public (LegCounts Counts, DateTimeOffset At)? Measured { get; set; }
}

/// <summary>A desk phone that rings for a caller, or talks with it.</summary>
sealed class PhoneLine(Caller caller, Guid agent, int offer, Call line, Sound sound) : AgentLine(caller, agent, offer)
{
    bool isPickedUp;

    public Call Line => line;

    public Sound Sound => sound;

    public override MediaLeg Leg => sound.Leg;

    public override bool IsAnswered => isPickedUp;

    public void PickUp() => isPickedUp = true;
}

/// <summary>A browser, whose leg stands open anyway: to take the contact is to pick up. The leg may be gone for a moment.</summary>
sealed class BrowserLine(Caller caller, Guid agent, int offer) : AgentLine(caller, agent, offer)
{
    BrowserLeg? leg;

    /// <summary>Since when the agent's browser is gone; null while it is there.</summary>
    public DateTimeOffset? GoneSince { get; private set; }

    /// <summary>The agent has the caller wait.</summary>
    public bool IsHeld { get; private set; }

    public override MediaLeg? Leg => leg;

    public override bool IsAnswered => IsConnected;

    public void Take(BrowserLeg browser)
    {
        (leg, GoneSince) = (browser, null);
        browser.Holds = IsHeld;
    }

    public void Lose(DateTimeOffset at)
    {
        GoneSince ??= at;
        if (leg is not null) leg.Holds = false;
        leg = null;
    }

    public void Hold(bool isHeld)
    {
        IsHeld = isHeld;
        if (leg is not null) leg.Holds = isHeld;
    }
}
