using System.Runtime.CompilerServices;

namespace Centrala.Core.Routing;

/// <summary>One queue as the router knows it. Only <see cref="Router.Evolve"/> changes it.</summary>
public sealed class Queue
{
    internal Queue(int number, QueueSettings settings, int partner)
    {
        Number = number;
        Settings = settings;
        Partner = partner;
    }

    public int Number { get; }
    public Guid Id => Settings.Id;
    public int Partner { get; }
    public QueueSettings Settings { get; internal set; }

    /// <summary>Open unless <see cref="Command.CloseQueue"/> said otherwise.</summary>
    public bool IsOpen { get; internal set; } = true;

    /// <summary>Contacts that wait in it without an offer, transfers that seek somebody included.</summary>
    public int Waiting { get; internal set; }

    /// <summary>Contacts that are not ended and whose queue it is.</summary>
    public int Contacts { get; internal set; }

    internal void CompileMembers(Directory directory) =>
        MembersRule = Settings.Members is { } members ? Rule.Of(members, 0, directory) : null;

    /// <summary>Contacts parked until it opens.</summary>
    public int Messages { get; internal set; }

    /// <summary>When it is expected to open; 0: nobody knows, or it is open.</summary>
    internal long OpensAtTicks;
    internal Rule? MembersRule { get; private set; }
    internal AnswerTimes Answers;
    internal readonly Dictionary<int, Plan> Plans = [];

    /// <summary>The plan of <see cref="Plans"/> that was asked for last: mostly the next as well.</summary>
    internal Plan? LastPlan;
    internal readonly List<Demand> Demands = [];
}

/// <summary>The instants of a queue's last answers: the base of the expected wait.</summary>
struct AnswerTimes
{
    public const int Kept = 16;

    /// <summary>Fewer answers than these say nothing about the wait to expect, or the service.</summary>
    public const int Fewest = 4;
    Instants ticks;
    byte next;

    ushort inTime;

    public byte Count { get; private set; }

    /// <param name="inTime">Within the queue's target.</param>
    public void Add(long ticks, bool inTime)
    {
        this.ticks[next] = ticks;
        var bit = 1 << next;
        this.inTime = (ushort)(inTime ? this.inTime | bit : this.inTime & ~bit);
        next = (byte)((next + 1) % Kept);
        if (Count < Kept) Count++;
    }

    /// <param name="back">0: the latest; less than <see cref="Count"/>.</param>
    public readonly long Ticks(int back) => ticks[Place(back)];

    /// <param name="back">As for <see cref="Ticks"/>.</param>
    public readonly bool IsInTime(int back) => (inTime >> Place(back) & 1) != 0;

    /// <summary>The share of the answers of the last hour that were in time.</summary>
    /// <returns>0–10,000; null when they are too few to say anything.</returns>
    public readonly int? InTimeBasisPoints(long atTicks)
    {
        var (counted, inTime) = (0, 0);
        for (; counted < Count && atTicks - Ticks(counted) <= TimeSpan.TicksPerHour; counted++)
        {
            if (IsInTime(counted)) inTime++;
        }

        return counted < Fewest ? null : inTime * 10_000 / counted;
    }

    readonly int Place(int back) => (next - 1 - back + 2 * Kept) % Kept;

    [InlineArray(Kept)]
    struct Instants
    {
        long first;
    }
}
