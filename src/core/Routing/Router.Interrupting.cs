using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Interruptible work: what is paused with its agent when he accepts a contact that may interrupt it, and goes on by
/// itself, before anything new, when his points are free again.
/// </summary>
public sealed partial class Router
{
    static bool Interrupts(Queue queue, Channel channel) => queue.Settings.Interrupts ?? Channels.Interrupts(channel);

    bool Interrupts(in Contact contact) => Interrupts(queues[contact.Queue]!, contact.Channel);

    static bool IsInterruptible(Queue queue, Channel channel) =>
        queue.Settings.Interruptible ?? Channels.IsInterruptible(channel);

    /// <summary>Pauses the newest interruptible work first, and no more of it than needed.</summary>
    /// <param name="points">That the agent will need beside what he has.</param>
    void MakeRoom(Agent agent, int points)
    {
        for (var place = agent.Work.Length - 1; place >= 0 && agent.PointsUsed + points > Limits.Points; place--)
        {
            if (agent.Work[place].MayPause) Pause(agent, agent.Work[place]);
        }
    }

    /// <summary>What an offer would have paused is wrapped up instead and keeps its points: newest offers go first.</summary>
    void WithdrawWithoutRoom(Agent agent)
    {
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            if (agent.PointsUsed - agent.InterruptiblePoints <= Limits.Points) return;
            if (place >= agent.Work.Length || agent.Work[place].State != WorkState.Offered) continue;
            FailOffer(ref contacts[agent.Work[place].Contact], Reason.NoRoomLeft);
        }
    }

    void Pause(Agent agent, in Work work)
    {
        var left = work.PauseLeftMs > 0
            ? TimeSpan.FromMilliseconds(work.PauseLeftMs)
            : queues[work.Queue]!.Settings.PauseLimit;
        Emit(new()
        {
            Kind = EventKind.WorkPaused,
            Contact = work.Contact,
            Agent = agent.Number,
            Segment = work.Segment,
            UntilTicks = at + left.Ticks,
        });
    }

    /// <summary>What was paused first goes on first.</summary>
    void ResumeWork(Agent agent)
    {
        for (var place = 0; place < agent.Work.Length && agent.PausedWork > 0; place++)
        {
            var work = agent.Work[place];
            if (!work.IsPaused || agent.PointsUsed + work.Cost > Limits.Points) continue;
            Emit(new()
            {
                Kind = EventKind.WorkResumed,
                Contact = work.Contact,
                Agent = agent.Number,
                Segment = work.Segment,
            });
        }
    }

    void BecomePaused(in Event happened)
    {
        var agent = agents[happened.Agent]!;
        ref var work = ref agent.WorkAt(agent.Find(happened.Contact, WorkState.Connected));
        agent.Uncount(work);
        work.IsPaused = true;
        work.UntilTicks = happened.UntilTicks;
        agent.Count(work);
        MarkFreed(agent);
        Schedule(agent);
    }

    void BecomeUnpaused(in Event happened)
    {
        var agent = agents[happened.Agent]!;
        ref var work = ref agent.WorkAt(agent.Find(happened.Contact, WorkState.Connected));
        agent.Uncount(work);
        work.IsPaused = false;
        work.PauseLeftMs = (int)Math.Max(1, (work.UntilTicks - happened.AtTicks) / TimeSpan.TicksPerMillisecond);
        work.UntilTicks = 0;
        agent.Count(work);
        MarkFreed(agent);
        Schedule(agent);
    }
}
