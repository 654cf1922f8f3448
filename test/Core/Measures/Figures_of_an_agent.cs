using Centrala.Core.Measures;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Measures;

public class Figures_of_an_agent
{
    const int Ana = 7;
    static readonly DateTimeOffset nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    readonly AgentFold fold = new(nine.UtcTicks);

    [Fact]
    public void Count_what_became_of_each_offer()
    {
        Offer(1, 0);
        fold.Fold(At(EventKind.OfferFailed, 1, 5) with { Reason = Reason.Refused });
        Offer(2, 10);
        fold.Fold(At(EventKind.OfferFailed, 2, 30) with { Reason = Reason.Missed });
        Offer(3, 40);
        fold.Fold(At(EventKind.OfferFailed, 3, 41) with { Reason = Reason.ContactEnded });
        Offer(4, 50);
        Connect(4, 55);
        var figures = Until(60);
        Assert.Equal((4, 1, 1, 1), (figures.Offered, figures.Accepted, figures.Refused, figures.Missed));
    }

    [Fact]
    public void Count_talk_and_wrap_up_apart_and_together_as_handle_time()
    {
        Connect(1, 10);
        fold.Fold(At(EventKind.SegmentEnded, 1, 70) with { Segment = 1, Flag = true });
        fold.Fold(At(EventKind.WrapUpEnded, 1, 100) with { Segment = 1 });
        var figures = Until(200);
        Assert.Equal(TimeSpan.FromSeconds(90), figures.AverageHandleTime);
        Assert.Equal(TimeSpan.FromSeconds(30), figures.AverageWrapUp);
    }

    [Fact]
    public void Leave_out_of_handle_time_what_was_paused()
    {
        Connect(1, 10);
        fold.Fold(At(EventKind.WorkPaused, 1, 30) with { Segment = 1 });
        fold.Fold(At(EventKind.WorkResumed, 1, 500) with { Segment = 1 });
        End(1, 540);
        Assert.Equal(TimeSpan.FromSeconds(60), Until(600).AverageHandleTime);
    }

    [Fact]
    public void Count_an_hour_of_two_chats_at_once_as_one_hour_of_handling()
    {
        State(AgentState.Available, 0);
        Connect(1, 600);
        Connect(2, 600);
        End(1, 4_200);
        End(2, 4_200);
        var figures = Until(4_800);
        Assert.Equal(TimeSpan.FromHours(1).Ticks, figures.HandlingTicks);
        Assert.Equal(TimeSpan.FromMinutes(20).Ticks, figures.AvailableTicks);
        Assert.Equal(7_500, figures.OccupancyBasisPoints);
        Assert.Equal(2, figures.Handled);
    }

    [Fact]
    public void Count_time_away_and_offline_against_nobodys_occupancy()
    {
        State(AgentState.Away, 0);
        State(AgentState.Offline, 600);
        var figures = Until(6_000);
        Assert.Equal(TimeSpan.FromMinutes(10).Ticks, figures.AwayTicks);
        Assert.Null(figures.OccupancyBasisPoints);
    }

    [Fact]
    public void Begin_with_the_day_and_not_with_the_night_before()
    {
        State(AgentState.Available, -3_600);
        Offer(1, -100);
        Connect(1, -60);
        End(1, 60);
        var figures = Until(120);
        Assert.Equal(0, figures.Offered);
        Assert.Equal(TimeSpan.FromMinutes(1).Ticks, figures.HandlingTicks);
        Assert.Equal(TimeSpan.FromMinutes(1).Ticks, figures.AvailableTicks);
    }

    AgentFigures Until(int seconds) => fold.Until(Ana, nine.AddSeconds(seconds).UtcTicks);

    void State(AgentState state, int seconds) => fold.Fold(At(EventKind.AgentStateChanged, 0, seconds) with { State = state });

    void Offer(int contact, int seconds) => fold.Fold(At(EventKind.Offered, contact, seconds) with { Offer = 1 });

    void Connect(int contact, int seconds) => fold.Fold(At(EventKind.Connected, contact, seconds) with { Segment = 1, Offer = 1 });

    void End(int contact, int seconds) => fold.Fold(At(EventKind.SegmentEnded, contact, seconds) with { Segment = 1 });

    static Event At(EventKind kind, int contact, int seconds) => new()
    {
        Kind = kind,
        Contact = contact,
        Agent = Ana,
        AtTicks = nine.AddSeconds(seconds).UtcTicks,
    };
}
