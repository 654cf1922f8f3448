using Centrala.Server.Voice.Asking;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Quality;

namespace Centrala.Server.Voice;

/// <summary>How an agent is heard.</summary>
/// <param name="IsOn">Whether this centre hears browsers at all.</param>
/// <param name="LegId">The tab's own name for its sound, as it opened it; null where no tab is heard.</param>
/// <param name="IsConnected">Whether sound goes.</param>
/// <param name="ContactId">The call that the agent is in; null for none.</param>
/// <param name="IsHeld">The caller waits with music.</param>
/// <param name="CustomerLight">How the customer's line sounds; null without a call.</param>
sealed record VoiceLegView(bool IsOn, Guid? LegId, bool IsConnected, Guid? ContactId, bool IsHeld, LineLight? CustomerLight = null)
{
    /// <summary>Whom the agent asks in his call; null for nobody.</summary>
    public AskingView? Asking { get; init; }

    /// <summary>The agent's call that is recorded; null for none.</summary>
    public RecordedView? Recorded { get; init; }

    /// <param name="now">Null where the telephone is off or away.</param>
    public static VoiceLegView Of(BrowserNow? now) => now is null ? new(false, null, false, null, false)
        : new(now.IsOn, now.Leg == default ? null : now.Leg, now.IsConnected, now.Call == default ? null : now.Call, now.IsHeld, now.Light)
        {
            Asking = now.Asking is { } asking
                ? new(asking.Contact, asking.With, asking.HasColleague, asking.Number, asking.IsOutsideAnswered) : null,
            Recorded = now.Recorded is { } recorded ? new(recorded.Contact, recorded.IsPaused) : null,
        };
}

/// <param name="IsPaused">What is said is not kept at present.</param>
sealed record RecordedView(Guid ContactId, bool IsPaused);
