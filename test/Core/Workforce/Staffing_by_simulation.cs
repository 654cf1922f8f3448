using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

public class Staffing_by_simulation
{
    /// <summary>Twelve by the formula, and neither eleven nor thirteen by far (0.76, 0.83, 0.88 in time).</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void Finds_for_one_class_what_the_formula_finds(int first)
    {
        var scenario = FloorPlans.Of(150, [FloorPlans.Pool(first, 0)], FloorPlans.Class(0, 200, 120));
        var found = Search(scenario with { Targets = [new(0, 0.8)] })!;
        Assert.Equal(AgentsNeeded.ForServiceLevel(10, 180, 120, 0.8, 20), first + found.Change[0]);
        Assert.InRange(found.Findings.Queues[0].ServiceLevel.Value, 0.8, 0.85);
    }

    [Fact]
    public void Takes_the_cheaper_of_two_groups_that_can_do_the_same()
    {
        var scenario = FloorPlans.Of(
            50, [FloorPlans.Pool(8, 0) with { CostPerAgentHour = 40 }, FloorPlans.Pool(0, 0) with { CostPerAgentHour = 25 }],
            FloorPlans.Class(0, 200, 120));
        var found = Search(scenario with { Targets = [new(0, 0.8)] })!;
        Assert.Equal(-8, found.Change[0]);
        Assert.InRange(found.Change[1], 11, 13);
    }

    [Fact]
    public void Says_when_no_number_suffices()
    {
        var scenario = FloorPlans.Of(20, [FloorPlans.Pool(3, 1)], FloorPlans.Class(0, 20, 120), FloorPlans.Class(1, 20, 120));
        Assert.Null(Search(scenario with { Targets = [new(0, 0.5)] }));
    }

    static TriedStaffing? Search(Scenario scenario) =>
        new StaffingSearch(scenario, tried => FloorPlans.Run(tried, seed: 1, replications: 4)).Find();
}
