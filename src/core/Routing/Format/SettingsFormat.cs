using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Settings records as bytes, each behind a tag that says which it is.</summary>
static class SettingsFormat
{
    enum Tag : byte
    {
        Nothing = 0,
        Cell = 1,
        Queue = 2,
        Agent = 3,
        Steps = 4,

        /// <summary>As <see cref="Cell"/> and <see cref="Queue"/>, then what came to them later.</summary>
        CellAndMore = 5,
        QueueAndMore = 6,
        AgentAndMore = 7,
    }

    /// <summary>What came to the settings later; written only where it is used, so that the rest reads as ever.</summary>
    [Flags]
    enum More
    {
        None = 0,
        OverflowsBehind = 1 << 0,
        OverflowsBelow = 1 << 1,
        OverflowsUnstaffed = 1 << 2,
        Hold = 1 << 3,
        Interrupts = 1 << 4,
        Interruptible = 1 << 5,
        PauseLimit = 1 << 6,
        DueLead = 1 << 7,
        ServiceWindow = 1 << 8,
        SharesPlacesOf = 1 << 9,
        AllowsPicking = 1 << 10,
        Every = (1 << 11) - 1,
    }

    public static void Write(object? detail, ByteWriter to)
    {
        switch (detail)
        {
            case null: to.Byte((byte)Tag.Nothing); break;
            case CellSettings cell: CellOrMore(cell, to); break;
            case QueueSettings queue: QueueOrMore(queue, to); break;
            case AgentSettings agent: AgentOrMore(agent, to); break;
            case IReadOnlyList<Step> steps: to.Byte((byte)Tag.Steps); RequirementFormat.Write(steps, to); break;
            default: throw new ArgumentException("Not settings: " + detail.GetType().Name, nameof(detail));
        }
    }

    public static object? Read(ref ByteReader from) => (Tag)from.Byte() switch
    {
        Tag.Nothing => null,
        Tag.Cell => Cell(ref from),
        Tag.Queue => Queue(ref from),
        Tag.CellAndMore => Cell(ref from) with { RampIn = from.Duration() ?? default, RampInPause = from.Duration() ?? default },
        Tag.QueueAndMore => AndMore(Queue(ref from), ref from),
        Tag.Agent => Agent(ref from),
        Tag.AgentAndMore =>
            Agent(ref from) with { Weight = from.Small(), TakesFromLongestQueue = from.Flag() },
        Tag.Steps => RequirementFormat.ReadSteps(ref from),
        var tag => throw new FormatException($"Unknown settings {tag}."),
    };

    static void CellOrMore(CellSettings cell, ByteWriter to)
    {
        var isMore = cell.RampIn > TimeSpan.Zero;
        to.Byte((byte)(isMore ? Tag.CellAndMore : Tag.Cell));
        Cell(cell, to);
        if (!isMore) return;
        to.Duration(cell.RampIn);
        to.Duration(cell.RampInPause);
    }

    static void AgentOrMore(AgentSettings agent, ByteWriter to)
    {
        var isMore = agent.Weight != AgentSettings.UsualWeight || agent.TakesFromLongestQueue;
        to.Byte((byte)(isMore ? Tag.AgentAndMore : Tag.Agent));
        Agent(agent, to);
        if (!isMore) return;
        to.Number(agent.Weight);
        to.Flag(agent.TakesFromLongestQueue);
    }

    static void QueueOrMore(QueueSettings queue, ByteWriter to)
    {
        var more = (queue.OverflowsBehind is null ? 0 : More.OverflowsBehind)
            | (queue.OverflowsBelowBasisPoints is null ? 0 : More.OverflowsBelow)
            | (queue.OverflowsUnstaffed ? More.OverflowsUnstaffed : 0)
            | (queue.Hold is null ? 0 : More.Hold)
            | (queue.Interrupts is null ? 0 : More.Interrupts)
            | (queue.Interruptible is null ? 0 : More.Interruptible)
            | (queue.PauseLimit == QueueSettings.UsualPauseLimit ? 0 : More.PauseLimit)
            | (queue.DueLead == QueueSettings.UsualDueLead ? 0 : More.DueLead)
            | (queue.ServiceWindow == QueueSettings.UsualServiceWindow ? 0 : More.ServiceWindow)
            | (queue.SharesPlacesOf is null ? 0 : More.SharesPlacesOf)
            | (queue.AllowsPicking ? More.AllowsPicking : 0);
        to.Byte((byte)(more == 0 ? Tag.Queue : Tag.QueueAndMore));
        Queue(queue, to);
        if (more == 0) return;
        to.Unsigned((ulong)more);
        if (queue.OverflowsBehind is { } behind) to.Number(behind);
        if (queue.OverflowsBelowBasisPoints is { } below) to.Number(below);
        if (queue.Hold is { } hold) Hold(hold, to);
        if (queue.Interrupts is { } interrupts) to.Flag(interrupts);
        if (queue.Interruptible is { } interruptible) to.Flag(interruptible);
        if (more.HasFlag(More.PauseLimit)) to.Duration(queue.PauseLimit);
        if (more.HasFlag(More.DueLead)) to.Duration(queue.DueLead);
        if (more.HasFlag(More.ServiceWindow)) to.Duration(queue.ServiceWindow);
        if (queue.SharesPlacesOf is { } shared) to.Id(shared);
    }

    static void Hold(HoldSettings hold, ByteWriter to)
    {
        RequirementFormat.Write(hold.Who, to);
        to.Byte((byte)hold.Channel);
        to.Number(hold.Agents);
    }

    static QueueSettings AndMore(QueueSettings queue, ref ByteReader from)
    {
        var more = (More)from.Count((int)More.Every);
        return queue with
        {
            OverflowsBehind = more.HasFlag(More.OverflowsBehind) ? from.Small() : null,
            OverflowsBelowBasisPoints = more.HasFlag(More.OverflowsBelow) ? from.Small() : null,
            OverflowsUnstaffed = more.HasFlag(More.OverflowsUnstaffed),
            Hold = more.HasFlag(More.Hold)
                ? new(RequirementFormat.Read(ref from), (Channel)from.Byte(), from.Small())
                : null,
            Interrupts = more.HasFlag(More.Interrupts) ? from.Flag() : null,
            Interruptible = more.HasFlag(More.Interruptible) ? from.Flag() : null,
            PauseLimit = more.HasFlag(More.PauseLimit) ? from.Duration() ?? default : QueueSettings.UsualPauseLimit,
            DueLead = more.HasFlag(More.DueLead) ? from.Duration() ?? default : QueueSettings.UsualDueLead,
            ServiceWindow = more.HasFlag(More.ServiceWindow)
                ? from.Duration() ?? default
                : QueueSettings.UsualServiceWindow,
            SharesPlacesOf = more.HasFlag(More.SharesPlacesOf) ? from.Id() : null,
            AllowsPicking = more.HasFlag(More.AllowsPicking),
        };
    }

    static void Cell(CellSettings cell, ByteWriter to)
    {
        to.Duration(cell.UnreachableAfter);
        to.Duration(cell.ReturnsContactsAfter);
        to.Duration(cell.CoolDown);
        to.Duration(cell.WaitsForNamed);
        to.Duration(cell.MessageWakesAfter);
    }

    static CellSettings Cell(ref ByteReader from) => new()
    {
        UnreachableAfter = from.Duration() ?? default,
        ReturnsContactsAfter = from.Duration() ?? default,
        CoolDown = from.Duration() ?? default,
        WaitsForNamed = from.Duration() ?? default,
        MessageWakesAfter = from.Duration() ?? default,
    };

    static void Queue(QueueSettings queue, ByteWriter to)
    {
        to.Id(queue.Id);
        to.Id(queue.Partner);
        to.Flag(queue.Members is not null);
        if (queue.Members is { } members) RequirementFormat.Write(members, to);
        RequirementFormat.Write(queue.Steps, to);
        to.Number(queue.BaseMilli);
        to.Number(queue.SlopeMilli);
        to.Number(queue.CapMilli);
        to.Byte((byte)queue.Selection);
        to.Duration(queue.OfferTimeout);
        to.Flag(queue.AutoAccept);
        to.Duration(queue.WrapUp);
        to.Duration(queue.TargetWithin);
        to.Number(queue.TargetBasisPoints);
        to.Number(queue.Places ?? -1);
        to.Duration(queue.OverflowsAfter);
        to.Flag(queue.SkipsEmptySteps);
        to.Byte((byte)queue.WhenFull);
        to.Byte((byte)queue.WhenClosed);
        to.Byte((byte)queue.OnClosing);
        to.Id(queue.DivertsTo ?? Guid.Empty);
    }

    static QueueSettings Queue(ref ByteReader from) => new()
    {
        Id = from.Id(),
        Partner = from.Id(),
        Members = from.Flag() ? RequirementFormat.Read(ref from) : null,
        Steps = RequirementFormat.ReadSteps(ref from),
        BaseMilli = from.Small(),
        SlopeMilli = from.Small(),
        CapMilli = from.Small(),
        Selection = (Selection)from.Byte(),
        OfferTimeout = from.Duration(),
        AutoAccept = from.Flag(),
        WrapUp = from.Duration(),
        TargetWithin = from.Duration() ?? default,
        TargetBasisPoints = from.Small(),
        Places = from.Small() is var places && places < 0 ? null : places,
        OverflowsAfter = from.Duration(),
        SkipsEmptySteps = from.Flag(),
        WhenFull = (Diversion)from.Byte(),
        WhenClosed = (Diversion)from.Byte(),
        OnClosing = (Diversion)from.Byte(),
        DivertsTo = from.Id() is var other && other == Guid.Empty ? null : other,
    };

    static void Agent(AgentSettings agent, ByteWriter to)
    {
        to.Id(agent.Id);
        to.Id(agent.Team ?? Guid.Empty);
        to.Id(agent.Vendor ?? Guid.Empty);
        to.Number(agent.Trust);
        to.Unsigned((ulong)agent.Skills.Count);
        foreach (var (skill, level) in agent.Skills)
        {
            to.Id(skill);
            to.Number(level);
        }

        Ids(agent.Partners, to);
        Ids(agent.Queues, to);
        to.Unsigned((ulong)agent.Capacities.Count);
        foreach (var (channel, cost, atOnce) in agent.Capacities)
        {
            to.Byte((byte)channel);
            to.Number(cost);
            to.Number(atOnce);
        }
    }

    static AgentSettings Agent(ref ByteReader from) => new()
    {
        Id = from.Id(),
        Team = Optional(from.Id()),
        Vendor = Optional(from.Id()),
        Trust = from.Small(),
        Skills = SkillLevels(ref from),
        Partners = Ids(ref from, Limits.PartnersPerAgent),
        Queues = Ids(ref from, Limits.QueuesPerAgent),
        Capacities = Capacities(ref from),
    };

    static Guid? Optional(Guid id) => id == Guid.Empty ? null : id;

    static SkillLevel[] SkillLevels(ref ByteReader from)
    {
        var levels = new SkillLevel[from.Count(Limits.SkillsPerAgent)];
        for (var i = 0; i < levels.Length; i++) levels[i] = new(from.Id(), from.Small());
        return levels;
    }

    static Capacity[] Capacities(ref ByteReader from)
    {
        var capacities = new Capacity[from.Count(Channels.Count)];
        for (var i = 0; i < capacities.Length; i++)
        {
            capacities[i] = new((Channel)from.Byte(), from.Small(), from.Small());
        }
        return capacities;
    }

    static void Ids(IReadOnlyList<Guid> ids, ByteWriter to)
    {
        to.Unsigned((ulong)ids.Count);
        foreach (var id in ids) to.Id(id);
    }

    static Guid[] Ids(ref ByteReader from, int most)
    {
        var ids = new Guid[from.Count(most)];
        for (var i = 0; i < ids.Length; i++) ids[i] = from.Id();
        return ids;
    }
}
