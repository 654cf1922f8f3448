using Centrala.Server.Supervision;

namespace Centrala.Server.Tests.Supervision;

public class A_threshold
{
    static readonly DateTimeOffset nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid partner = Guid.NewGuid(), queue = Guid.NewGuid(), other = Guid.NewGuid();

    readonly AlertWatch watch = new();

    [Fact]
    public void Rings_once_however_often_its_value_swings_about_it()
    {
        Assert.Equal((1, 0), Look(0, waiting: 4));
        for (var second = 2; second < 120; second += 2) Assert.Equal((0, 0), Look(second, waiting: second % 4 == 0 ? 4 : 3));
    }

    [Fact]
    public void Is_clear_after_a_minute_on_the_right_side()
    {
        Look(0, waiting: 4);
        Assert.Equal((0, 0), Look(10, waiting: 3));
        Assert.Equal((0, 0), Look(69, waiting: 3));
        Assert.Equal((0, 1), Look(70, waiting: 3));
        Assert.Equal((1, 0), Look(72, waiting: 9));
    }

    [Fact]
    public void Remembers_the_worst()
    {
        Look(0, waiting: 4);
        Look(2, waiting: 9);
        Look(4, waiting: 5);
        Assert.Equal(9, Assert.Single(watch.Standing).Worst);
    }

    [Fact]
    public void Is_passed_downwards_by_a_service_level_and_by_none_not_at_all()
    {
        var rule = new AlertRule(Guid.NewGuid(), partner, null, AlertMeasure.ServiceLevel, 8000);
        Assert.Empty(watch.Look([rule], [new(queue, partner, 0, 0, null, 1)], nine).Raised);
        Assert.Empty(watch.Look([rule], [new(queue, partner, 0, 0, 8000, 1)], nine).Raised);
        Assert.Single(watch.Look([rule], [new(queue, partner, 0, 0, 7999, 1)], nine).Raised);
    }

    [Fact]
    public void That_nobody_is_able_matters_while_somebody_waits()
    {
        var rule = new AlertRule(Guid.NewGuid(), partner, queue, AlertMeasure.NobodyAble, 0);
        Assert.Empty(watch.Look([rule], [new(queue, partner, 0, 0, null, 0)], nine).Raised);
        Assert.Empty(watch.Look([rule], [new(queue, partner, 2, 5, null, 1)], nine).Raised);
        Assert.Single(watch.Look([rule], [new(queue, partner, 2, 5, null, 0)], nine).Raised);
    }

    [Fact]
    public void Of_a_partner_is_asked_of_each_of_its_queues_and_of_no_others()
    {
        var rule = new AlertRule(Guid.NewGuid(), partner, null, AlertMeasure.Waiting, 3);
        var raised = watch.Look(
            [rule], [new(queue, partner, 4, 0, null, 1), new(other, partner, 4, 0, null, 1), new(Guid.NewGuid(), Guid.NewGuid(), 4, 0, null, 1)],
            nine).Raised;
        Assert.Equal([queue, other], raised.Select(alert => alert.Queue));
    }

    [Fact]
    public void That_is_removed_takes_its_alert_with_it()
    {
        Look(0, waiting: 4);
        Assert.Single(watch.Look([], [], nine).Cleared);
        Assert.Empty(watch.Standing);
    }

    static readonly AlertRule threeWait = new(Guid.NewGuid(), partner, queue, AlertMeasure.Waiting, 3);

    (int Raised, int Cleared) Look(int second, int waiting)
    {
        var (raised, _, cleared) = watch.Look([threeWait], [new(queue, partner, waiting, 0, null, 1)], nine.AddSeconds(second));
        return (raised.Count, cleared.Count);
    }
}
