namespace Centrala.Server.Voice.Answering;

/// <summary>What a caller's walk waits for.</summary>
/// <param name="ForSpeech">Until all that was to be said is said.</param>
/// <param name="ForKey">Until the caller presses a key.</param>
/// <param name="ForAnswer">Until the centre has answered.</param>
/// <param name="AtMost">So long in any case; null: without end.</param>
readonly record struct Pause(bool ForSpeech, bool ForKey, bool ForAnswer, TimeSpan? AtMost)
{
    /// <summary>The centre has so long to answer; after that the walk goes on as if it had said no.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static readonly Pause UntilSaid = new(true, false, false, null);

    public static readonly Pause UntilSaidOrKey = new(true, true, false, null);

    public static readonly Pause UntilAnswered = new(false, false, true, patience);

    public static readonly Pause Forever = new(false, false, false, null);

    public static Pause UntilKey(TimeSpan atMost) => new(false, true, false, atMost);
}
