using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Leads;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>A lead in somebody else's call, at the browser or at a desk phone that was called for it.</summary>
sealed class Guest(Caller caller, Guid lead, LeadMode mode, MediaLeg leg)
{
    public Caller Caller => caller;

    public Guid Lead => lead;

    public MediaLeg Leg => leg;

    public LeadMode Mode { get; set; } = mode;

    /// <summary>The phone's call and its sound; null at a browser.</summary>
    public Call? Line { get; init; }

    /// <inheritdoc cref="Line"/>
    public Sound? Sound { get; init; }

    /// <summary>What is kept of the present stretch; null before the lead hears anything.</summary>
    public LeadFact? Fact { get; set; }
}
