namespace Centrala.Core.Routing;

/// <summary>
/// A contact's claim at one instant: the higher rank first, then the longer wait, then the lower arrival number.
/// </summary>
readonly record struct Standing(long RankMilli, long WaitSinceTicks, int Contact)
{
    /// <summary>Anybody's claim is better.</summary>
    public static readonly Standing None = new(long.MinValue, long.MaxValue, 0);

    public bool IsBefore(in Standing other) =>
        RankMilli != other.RankMilli ? RankMilli > other.RankMilli
        : WaitSinceTicks != other.WaitSinceTicks ? WaitSinceTicks < other.WaitSinceTicks
        : Contact < other.Contact;
}
