namespace Centrala.Protocols.Sip;

/// <summary>The timers of RFC 3261, table 4; the letters are its own.</summary>
/// <param name="T1">The round trip that is assumed.</param>
/// <param name="T2">The longest gap between two retransmissions of anything but an INVITE.</param>
/// <param name="T4">How long a message may stay on the way.</param>
public sealed record SipTimes(TimeSpan T1, TimeSpan T2, TimeSpan T4)
{
    public static readonly SipTimes Standard = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));

    /// <summary>B, F, H, J, L and M: when a transaction gives up, or has waited long enough for stragglers.</summary>
    public TimeSpan GiveUp => 64 * T1;

    /// <summary>D: how long an INVITE's client repeats its ACK.</summary>
    public TimeSpan RepeatAck => GiveUp > TimeSpan.FromSeconds(32) ? GiveUp : TimeSpan.FromSeconds(32);

    /// <summary>C: an INVITE that was answered provisionally and then never again.</summary>
    public TimeSpan Unanswered => TimeSpan.FromMinutes(3);

    public TimeSpan Doubled(TimeSpan gap) => 2 * gap < T2 ? 2 * gap : T2;
}
