namespace Centrala.Core.Routing;

/// <summary>The clocks that hold for the whole cell.</summary>
public sealed record CellSettings
{
    /// <summary>An agent without a live connection for this long has his offers withdrawn and gets none.</summary>
    public TimeSpan UnreachableAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After this long without a connection his contacts (calls apart) return to their place.</summary>
    public TimeSpan ReturnsContactsAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An agent who refused or missed a contact is not offered it again before this has passed.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a transfer to a person, or a customer who came back, waits for that person alone.</summary>
    public TimeSpan WaitsForNamed { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For this long after signing in an agent gets his offers one by one, <see cref="RampInPause"/> apart. Zero: never.
    /// </summary>
    public TimeSpan RampIn { get; init; }

    /// <summary>From one offer to the next, while an agent ramps in.</summary>
    public TimeSpan RampInPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a contact left as a message wakes, if nobody said when its queue opens.</summary>
    public TimeSpan MessageWakesAfter { get; init; } = TimeSpan.FromHours(12);
}
