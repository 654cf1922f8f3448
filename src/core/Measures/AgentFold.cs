using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Measures;

/// <summary>
/// Folds journal events into the figures of each agent from an instant on, as <see cref="FiguresFold"/> does for queues. An
/// agent's time is one line: handling while he has any contact, else what he chose. Events before the instant count
/// nothing, but say what he was doing then.
/// </summary>
/// <param name="fromTicks">UTC ticks; what happens earlier counts nothing, and a stretch that began earlier counts from here.</param>
public sealed class AgentFold(long fromTicks)
{
    readonly Dictionary<int, Line> lines = [];
    readonly Dictionary<(int Contact, int Segment), Part> parts = [];

    public void Fold(in Event item)
    {
        switch (item.Kind)
        {
            case EventKind.AgentStateChanged: Choose(item); break;
            case EventKind.Offered: Count(item, new() { Offered = 1 }); break;
            case EventKind.OfferFailed when item.Reason == Reason.Refused: Count(item, new() { Refused = 1 }); break;
            case EventKind.OfferFailed when item.Reason == Reason.Missed: Count(item, new() { Missed = 1 }); break;
            case EventKind.Connected: Begin(item); break;
            case EventKind.WorkPaused: Stop(item); break;
            case EventKind.WorkResumed: GoOn(item); break;
            case EventKind.SegmentEnded: EndTalk(item); break;
            case EventKind.WrapUpEnded: EndWrapUp(item); break;
        }
    }

    /// <summary>The figures up to an instant: what goes on then counts up to it.</summary>
    /// <param name="agent">The router's number.</param>
    public AgentFigures Until(int agent, long ticks)
    {
        if (!lines.TryGetValue(agent, out var line)) return default;
        return line.Figures + line.Spent(fromTicks, ticks);
    }

    void Choose(in Event item)
    {
        var line = Advance(item);
        line.State = item.State;
    }

    void Begin(in Event item)
    {
        if (item.Offer != 0) Count(item, new() { Accepted = 1 });
        Advance(item).Contacts++;
        parts[(item.Contact, item.Segment)] = new(item.AtTicks, 0);
    }

    void Stop(in Event item)
    {
        if (parts.TryGetValue((item.Contact, item.Segment), out var part))
            parts[(item.Contact, item.Segment)] = new(Part.Still, part.TalkedUntil(item.AtTicks));
    }

    void GoOn(in Event item)
    {
        if (parts.TryGetValue((item.Contact, item.Segment), out var part))
            parts[(item.Contact, item.Segment)] = part with { SinceTicks = item.AtTicks };
    }

    void EndTalk(in Event item)
    {
        if (!parts.Remove((item.Contact, item.Segment), out var part)) return;
        var talked = part.TalkedUntil(item.AtTicks);
        if (item.Flag) parts[(item.Contact, item.Segment)] = new(item.AtTicks, talked);
        else Finish(item, talked, wrappedUp: 0);
    }

    void EndWrapUp(in Event item)
    {
        if (parts.Remove((item.Contact, item.Segment), out var part))
            Finish(item, part.TalkTicks, item.AtTicks - part.SinceTicks);
    }

    void Finish(in Event item, long talked, long wrappedUp)
    {
        Advance(item).Contacts--;
        Count(item, new() { Handled = 1, TalkTicks = talked, WrapUpTicks = wrappedUp });
    }

    void Count(in Event item, in AgentFigures more)
    {
        if (item.AtTicks >= fromTicks) Of(item.Agent).Figures += more;
    }

    Line Advance(in Event item)
    {
        var line = Of(item.Agent);
        line.Figures += line.Spent(fromTicks, item.AtTicks);
        line.SinceTicks = item.AtTicks;
        return line;
    }

    Line Of(int agent)
    {
        if (!lines.TryGetValue(agent, out var line)) lines[agent] = line = new();
        return line;
    }

    sealed class Line
    {
        public AgentFigures Figures;
        public AgentState State;
        public int Contacts;
        public long SinceTicks;

        /// <summary>What the stretch up to an instant was.</summary>
        public AgentFigures Spent(long fromTicks, long ticks)
        {
            var spent = Math.Max(0, ticks - Math.Max(SinceTicks, fromTicks));
            return Contacts > 0 ? new() { HandlingTicks = spent }
                : State == AgentState.Available ? new() { AvailableTicks = spent }
                : State == AgentState.Away ? new() { AwayTicks = spent } : default;
        }
    }

    /// <param name="SinceTicks">Start of the talk, or of the wrap-up; <see cref="Still"/> while it is paused.</param>
    /// <param name="TalkTicks">Talk before that.</param>
    readonly record struct Part(long SinceTicks, long TalkTicks)
    {
        public const long Still = 0;

        public long TalkedUntil(long ticks) => SinceTicks == Still ? TalkTicks : TalkTicks + ticks - SinceTicks;
    }
}
