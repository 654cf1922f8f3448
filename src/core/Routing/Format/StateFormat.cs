using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Directory, queues and agents as bytes.</summary>
static class StateFormat
{
    public static void Write(Directory directory, ByteWriter to)
    {
        foreach (var ids in Lists(directory))
        {
            to.Number(ids.Count);
            for (var number = 1; number <= ids.Count; number++)
            {
                to.Id(ids.Id(number));
                to.Flag(ids.IsRemoved(number));
                if (ids == directory.Skills) to.Flag(directory.IsLanguage(number));
            }
        }
    }

    public static void Read(Directory directory, ref ByteReader from)
    {
        foreach (var ids in Lists(directory))
        {
            for (var left = from.Small(); left > 0; left--)
            {
                var (id, isRemoved) = (from.Id(), from.Flag());
                if (ids == directory.Skills) directory.AddSkill(id, from.Flag());
                else ids.Add(id);
                if (isRemoved) ids.Remove(ids.Count);
            }
        }
    }

    static NumberedIds[] Lists(Directory directory) =>
        [directory.Partners, directory.Skills, directory.Teams, directory.Vendors, directory.Queues, directory.Agents];

    public static void Write(Queue? queue, ByteWriter to)
    {
        SettingsFormat.Write(queue?.Settings, to);
        if (queue is null) return;
        to.Flag(queue.IsOpen);
        to.Number(queue.OpensAtTicks);
        queue.Service?.Write(to);
    }

    public static Queue? ReadQueue(int number, Directory directory, ref ByteReader from)
    {
        if (SettingsFormat.Read(ref from) is not QueueSettings settings) return null;
        var queue = new Queue(number, settings, directory.Partner(settings.Partner))
        {
            IsOpen = from.Flag(),
            OpensAtTicks = from.Number(),
        };
        queue.KeepService();
        queue.Service?.Read(ref from);
        return queue;
    }

    public static void Write(Agent? agent, ByteWriter to)
    {
        SettingsFormat.Write(agent?.Settings, to);
        if (agent is null) return;
        to.Byte((byte)agent.State);
        to.Id(agent.AwayKind);
        to.Flag(agent.IsReachable);
        to.Flag(agent.IsConnected);
        to.Flag(agent.LacksTelephone);
        to.Number(agent.StateSinceTicks);
        to.Number(agent.IdleSinceTicks);
        to.Number(agent.LastOfferTicks);
        to.Number(agent.SignedInTicks);
        to.Number(agent.ConnectionTicks);
        to.Number(agent.RampTicks);
        to.Number(agent.OccupiedTicks);
        to.Number(agent.OccupiedSinceTicks);
        to.Number(agent.Turn);
        to.Number(agent.LastTakenTicks);
        to.Number(agent.TakesEveryTicks);
        to.Number(agent.Work.Length);
        foreach (var work in agent.Work) Write(work, to);
    }

    public static Agent? ReadAgent(int number, Directory directory, ref ByteReader from)
    {
        if (SettingsFormat.Read(ref from) is not AgentSettings settings) return null;
        Invariant.Holds(directory.Agent(settings.Id) == number, "An agent has the number that the directory says.");
        var agent = new Agent(number, settings)
        {
            State = (AgentState)from.Byte(),
            AwayKind = from.Id(),
            IsReachable = from.Flag(),
            IsConnected = from.Flag(),
            LacksTelephone = from.Flag(),
            StateSinceTicks = from.Number(),
            IdleSinceTicks = from.Number(),
            LastOfferTicks = from.Number(),
            SignedInTicks = from.Number(),
            ConnectionTicks = from.Number(),
            RampTicks = from.Number(),
            OccupiedTicks = from.Number(),
            OccupiedSinceTicks = from.Number(),
            Turn = from.Number(),
            LastTakenTicks = from.Number(),
            TakesEveryTicks = from.Number(),
        };
        for (var left = from.Small(); left > 0; left--) agent.TakeBack(ReadWork(ref from));
        return agent;
    }

    static void Write(in Work work, ByteWriter to)
    {
        to.Number(work.Contact);
        to.Byte((byte)work.State);
        to.Byte((byte)work.Channel);
        to.Number(work.Queue);
        to.Number(work.Cost);
        to.Number(work.Offer);
        to.Number(work.Segment);
        to.Number(work.SinceTicks);
        to.Number(work.UntilTicks);
        to.Flag(work.IsPaused);
        to.Flag(work.IsInterruptible);
        to.Number(work.PauseLeftMs);
    }

    static Work ReadWork(ref ByteReader from) => new()
    {
        Contact = from.Small(),
        State = (WorkState)from.Byte(),
        Channel = (Channel)from.Byte(),
        Queue = from.Small(),
        Cost = from.Small(),
        Offer = from.Small(),
        Segment = from.Small(),
        SinceTicks = from.Number(),
        UntilTicks = from.Number(),
        IsPaused = from.Flag(),
        IsInterruptible = from.Flag(),
        PauseLeftMs = from.Small(),
    };
}
