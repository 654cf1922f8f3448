namespace Centrala.Core.Routing;

/// <summary>The share of a queue's contacts of the last while that were answered in time, in twelfths of that while.</summary>
sealed class ServiceWindow(TimeSpan length)
{
    const int Parts = 12;

    /// <summary>Fewer contacts than these say nothing about the service.</summary>
    const int Fewest = 4;

    struct Part
    {
        public long Number;
        public int Counted, InTime;
    }

    readonly Part[] parts = new Part[Parts];
    readonly long partTicks = length.Ticks / Parts;

    public TimeSpan Length { get; } = length;

    /// <param name="inTime">Answered within the target; not when it took longer, or the customer left.</param>
    public void Add(long atTicks, bool inTime)
    {
        var number = atTicks / partTicks;
        ref var part = ref parts[number % Parts];
        if (part.Number != number) part = new() { Number = number };
        part.Counted++;
        if (inTime) part.InTime++;
    }

    /// <returns>0–10,000; null when they are too few to say anything.</returns>
    public int? InTimeBasisPoints(long atTicks)
    {
        var (counted, inTime, last) = (0, 0, atTicks / partTicks);
        foreach (var part in parts)
        {
            if (last - part.Number >= Parts) continue;
            counted += part.Counted;
            inTime += part.InTime;
        }

        return counted < Fewest ? null : (int)(inTime * 10_000L / counted);
    }

    public void Write(ByteWriter to)
    {
        foreach (var part in parts)
        {
            to.Number(part.Number);
            to.Number(part.Counted);
            to.Number(part.InTime);
        }
    }

    public void Read(ref ByteReader from)
    {
        for (var place = 0; place < Parts; place++)
        {
            parts[place] = new() { Number = from.Number(), Counted = from.Small(), InTime = from.Small() };
        }
    }
}
