namespace Centrala.Core.Routing;

/// <summary>Whether the order of contacts lets one queue keep another, that shares agents with it, from being served.</summary>
/// <param name="AfterSeconds">
/// The contacts of the first that have waited longer go before all of the second; 0: every one does, however long the
/// others wait.
/// </param>
public readonly record struct Starvation(long AfterSeconds)
{
    /// <returns>Null when waiting brings every contact of the second queue before later ones of the first.</returns>
    public static Starvation? Of(QueueSettings first, QueueSettings second)
    {
        if (first.BaseMilli > Highest(second)) return new(0);
        if (Highest(first) <= Highest(second)) return null;
        return new((Highest(second) - first.BaseMilli) / first.SlopeMilli + 1);
    }

    /// <summary>The rank that waiting leads to, in thousandths.</summary>
    static int Highest(QueueSettings queue) => queue.SlopeMilli == 0 ? queue.BaseMilli : queue.CapMilli;
}
