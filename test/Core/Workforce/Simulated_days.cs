using Centrala.Core.Workforce.Simulation;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

public class Simulated_days
{
    static readonly TimeSpan half = TimeSpan.FromMinutes(30);

    [Fact]
    public void Are_the_same_bit_for_bit_on_one_thread_or_many()
    {
        var day = Day();
        var alone = Enumerable.Range(0, 8).Select(number => FloorPlans.Play(day, 5, number)).ToList();
        var beside = Enumerable.Range(0, 8).AsParallel().AsOrdered()
            .Select(number => FloorPlans.Play(day, 5, number)).ToList();
        for (var number = 0; number < alone.Count; number++)
        {
            Assert.Equal(alone[number].Queues, beside[number].Queues);
            Assert.Equal(alone[number].Groups, beside[number].Groups);
        }

        Assert.NotEqual(alone[0].Queues, alone[1].Queues);
    }

    [Fact]
    public void Keep_Littles_law_to_the_tick()
    {
        var tally = FloorPlans.Play(Day(), 5, 0).Queues[0];
        Assert.True(tally.WaitTicks > 0);
        Assert.Equal(tally.WaitTicks, tally.QueueTicks);
        Assert.Equal(tally.Offered, tally.Answered + tally.Abandoned + tally.Blocked + tally.Unserved);
    }

    [Fact]
    public void Have_the_same_customers_whoever_works()
    {
        var day = Day();
        var few = FloorPlans.Play(day, 5, 0);
        var many = FloorPlans.Play(day with { Groups = [Agents(60)] }, 5, 0);
        Assert.Equal(few.Queues.Select(queue => queue.Offered), many.Queues.Select(queue => queue.Offered));
        Assert.True(many.Queues[0].AnsweredInTime > few.Queues[0].AnsweredInTime);
    }

    [Fact]
    public void Have_as_many_agents_as_their_course_says()
    {
        var day = Day() with
        {
            Groups = [Agents(0) with { Count = new(half, [30, 10]) }],
            Queues = [Class() with { ArrivalsPerHour = Course.Constant(0) }],
        };
        var group = FloorPlans.Play(day, 1, 0).Groups[0];
        Assert.Equal(day.Horizon.Ticks * 20, group.StaffedTicks);
        Assert.Equal(0, group.BusyTicks);
    }

    [Fact]
    public void Let_nobody_go_before_his_contact_is_over()
    {
        var day = Day() with
        {
            Groups = [Agents(0) with { Count = new(half, [1, 0]) }],
            Queues =
            [
                Class() with
                {
                    ArrivalsPerHour = new(half, [60, 0]), HandleTime = Duration.Always(TimeSpan.FromMinutes(20)),
                    Patience = Duration.Always(TimeSpan.FromSeconds(1)),
                },
            ],
            Horizon = TimeSpan.FromHours(1),
        };
        var (queue, group) = (FloorPlans.Play(day, 1, 0) is var run ? run.Queues[0] : default, run.Groups[0]);
        Assert.Equal(2, queue.Answered);
        Assert.Equal(TimeSpan.FromMinutes(40).Ticks, group.BusyTicks);
        Assert.InRange(group.StaffedTicks, TimeSpan.FromMinutes(40).Ticks, TimeSpan.FromMinutes(45).Ticks);
    }

    [Fact]
    public void Count_wrap_up_as_work()
    {
        var day = Day() with
        {
            Groups = [Agents(1_000)],
            Queues =
            [
                Class() with
                {
                    HandleTime = Duration.Always(TimeSpan.FromMinutes(2)), WrapUp = Duration.Always(TimeSpan.FromMinutes(1)),
                    ArrivalsPerHour = new(half, [100, 0]),
                },
            ],
            Horizon = TimeSpan.FromHours(1),
        };
        var run = FloorPlans.Play(day, 1, 0);
        Assert.Equal(run.Queues[0].Offered * TimeSpan.FromMinutes(3).Ticks, run.Groups[0].BusyTicks);
    }

    [Fact]
    public void Turn_away_who_finds_no_place_and_no_agent()
    {
        var day = Day() with { Queues = [Class() with { Places = 0, Patience = null }], Groups = [Agents(10)] };
        var tally = FloorPlans.Play(day, 1, 0).Queues[0];
        Assert.Equal(0, tally.Waited);
        Assert.True(tally.Blocked > 100);
        Assert.Equal(tally.Offered, tally.Blocked + tally.AnsweredInTime);
    }

    [Fact]
    public void Hear_again_from_those_who_left()
    {
        var day = Day() with { Groups = [Agents(10)] };
        var once = FloorPlans.Play(day, 1, 0).Queues[0];
        var again = FloorPlans.Play(day with { Redial = new(1, Duration.Always(half)) }, 1, 0).Queues[0];
        Assert.True(again.Offered > once.Offered + once.Abandoned / 2);
    }

    [Fact]
    public void Vary_in_volume_as_they_are_told()
    {
        var day = Day() with { Queues = [Class() with { ArrivalsPerHour = Course.Constant(300), Overdispersion = 0.2 }] };
        var offered = Enumerable.Range(0, 200).Select(number => (double)FloorPlans.Play(day, 3, number).Queues[0].Offered);
        var (mean, deviation) = (offered.Average(), Deviation([.. offered]));
        Assert.Equal(2_400, mean, 120.0);
        Assert.Equal(0.2, deviation / mean, 0.03);
    }

    [Fact]
    public void Say_who_was_never_served()
    {
        var day = Day() with { Groups = [Agents(0)], Queues = [Class() with { Patience = null }] };
        var tally = FloorPlans.Play(day, 1, 0).Queues[0];
        Assert.Equal(tally.Offered, tally.Unserved);
        Assert.Equal(tally.WaitTicks, tally.QueueTicks);
    }

    /// <summary>Eight hours, two half-hours in turn, about 400 and 200 contacts each hour.</summary>
    static Scenario Day() => new()
    {
        Name = "day",
        Horizon = TimeSpan.FromHours(8),
        Skills = [ScenarioIds.Skill(0)],
        Groups = [Agents(16)],
        Queues = [Class()],
    };

    static StaffGroup Agents(int count) => FloorPlans.Pool(count, 0);

    static QueuePlan Class() => FloorPlans.Class(0, 0, 120) with { ArrivalsPerHour = new(half, [400, 200]) };

    static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
