using Centrala.Core.Measures;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Measures;

public class Figures_of_a_queue
{
    const int Billing = 1;
    static readonly DateTimeOffset nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    readonly FiguresFold fold = new(nine.UtcTicks);

    public Figures_of_a_queue() => fold.SetTarget(Billing, TimeSpan.FromSeconds(20));

    QueueFigures Figures => fold.Queues[Billing];

    [Fact]
    public void Count_an_answer_at_the_threshold_as_in_time_and_one_after_it_not()
    {
        Arrive(1, 0);
        Arrive(2, 0);
        Answer(1, 20);
        Answer(2, 21);
        Assert.Equal((2, 2, 1), (Figures.Arrived, Figures.Answered, Figures.AnsweredInTime));
        Assert.Equal(5_000, Figures.ServiceLevelBasisPoints);
        Assert.Equal(TimeSpan.FromSeconds(20.5), Figures.AverageSpeedOfAnswer);
    }

    [Fact]
    public void Hold_an_abandoned_contact_against_the_service_level()
    {
        Arrive(1, 0);
        Arrive(2, 0);
        Answer(1, 5);
        End(2, 30, Reason.Abandoned);
        Assert.Equal(1, Figures.Abandoned);
        Assert.Equal(5_000, Figures.ServiceLevelBasisPoints);
    }

    [Fact]
    public void Have_no_service_level_before_anything_is_answered_or_abandoned()
    {
        Arrive(1, 0);
        Assert.Null(Figures.ServiceLevelBasisPoints);
    }

    [Fact]
    public void Count_talk_and_wrap_up_as_handle_time()
    {
        Arrive(1, 0);
        Answer(1, 10);
        fold.Fold(At(EventKind.SegmentEnded, 1, 70) with { Segment = 1, Flag = true });
        fold.Fold(At(EventKind.WrapUpEnded, 1, 100) with { Segment = 1 });
        Assert.Equal(TimeSpan.FromSeconds(90), Figures.AverageHandleTime);
    }

    [Fact]
    public void Count_the_first_answer_of_a_transferred_contact_only()
    {
        Arrive(1, 0);
        Answer(1, 10);
        fold.Fold(At(EventKind.Connected, 1, 60) with { Queue = Billing, Segment = 2 });
        Assert.Equal(1, Figures.Answered);
    }

    [Fact]
    public void Count_an_answer_after_the_customer_came_back_from_the_return_on()
    {
        Arrive(1, 0);
        Answer(1, 10);
        End(1, 20, Reason.AgentEnded);
        fold.Fold(At(EventKind.ContactReopened, 1, 100) with { UntilTicks = nine.AddSeconds(100).UtcTicks });
        fold.Fold(At(EventKind.Queued, 1, 100) with { Queue = Billing });
        fold.Fold(At(EventKind.Connected, 1, 110) with { Queue = Billing, Segment = 2 });
        Assert.Equal((2, 2), (Figures.Answered, Figures.AnsweredInTime));
    }

    [Fact]
    public void Leave_out_what_happened_before_and_remember_since_when_it_waited()
    {
        Arrive(1, -15);
        Answer(1, 4);
        Assert.Equal((0, 1, 1), (Figures.Arrived, Figures.Answered, Figures.AnsweredInTime));
        Assert.Equal(TimeSpan.FromSeconds(19), Figures.AverageSpeedOfAnswer);
    }

    void Arrive(int contact, int second) => fold.Fold(
        At(EventKind.Arrived, contact, second) with { Queue = Billing, UntilTicks = nine.AddSeconds(second).UtcTicks });

    void Answer(int contact, int second) =>
        fold.Fold(At(EventKind.Connected, contact, second) with { Queue = Billing, Segment = 1 });

    void End(int contact, int second, Reason reason) =>
        fold.Fold(At(EventKind.ContactEnded, contact, second) with { Reason = reason });

    static Event At(EventKind kind, int contact, int second) =>
        new() { Kind = kind, Contact = contact, AtTicks = nine.AddSeconds(second).UtcTicks };
}
