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

    /// <summary>After new settings: a window of another length begins anew.</summary>
    internal void KeepService()
    {
        if (Settings.OverflowsBelowBasisPoints is null) Service = null;
        else if (Service?.Length != Settings.ServiceWindow) Service = new(Settings.ServiceWindow);
    }

    internal void CompileMembers(Directory directory) =>
        MembersRule = Settings.Members is { } members ? Rule.Of(members, 0, directory) : null;

    /// <summary>Contacts parked until it opens.</summary>
    public int Messages { get; internal set; }

    /// <summary>When it is expected to open; null: nobody knows, or it is open.</summary>
    public DateTimeOffset? OpensAt => OpensAtTicks == 0 ? null : new(OpensAtTicks, TimeSpan.Zero);

    /// <inheritdoc cref="OpensAt"/>
    internal long OpensAtTicks;
    internal Rule? MembersRule { get; private set; }
    /// <summary>How well the queue has served lately; null: none of its rules asks.</summary>
    internal ServiceWindow? Service { get; private set; }

    /// <summary>Queues that use its waiting places too, as of this version of the settings.</summary>
    internal readonly List<Queue> Sharers = [];
    internal int SharersVersion = -1;
    internal readonly Dictionary<int, Plan> Plans = [];

    /// <summary>The plan of <see cref="Plans"/> that was asked for last: mostly the next as well.</summary>
    internal Plan? LastPlan;
    internal readonly List<Demand> Demands = [];
}
