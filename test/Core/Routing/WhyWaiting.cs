using Xunit;

namespace Centrala.Core.Tests.Routing;

public class Why_a_contact_still_waits
{
    [Fact]
    public void Names_for_each_agent_the_one_thing_that_rules_him_out() => Scenario.Run("""
        queue Help needs polish>=3
        09:00:00  ana available polish 2
        09:00:00  ben available polish 3
        09:00:00  ben away lunch
        09:00:00  cat available polish 3
        09:00:01  c1 arrives Help as call  => c1 offered cat
        09:00:02  cat accepts c1
        09:00:03  c2 arrives Help as call  => c2 waiting Help #1
        09:00:04  c2 still waits           => ana lacks polish 3, ben away, cat no-room
        """);

    [Fact]
    public void Says_who_refused_it_a_moment_ago() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help    => c1 offered ana
        09:00:02  ana refuses c1     => c1 refused ana, c1 waiting Help #1
        09:00:03  c1 still waits     => ana cooling-down
        """);

    [Fact]
    public void Tells_the_nearest_of_several_ways_to_fit() => Scenario.Run("""
        queue Help needs (polish>=3 & products>=2) | english>=4
        09:00:00  ana available polish 1
        09:00:01  c1 arrives Help    => c1 waiting Help #1
        09:00:02  c1 still waits     => ana lacks english 4
        """);

    [Fact]
    public void Tells_what_somebody_has_and_should_not_have() => Scenario.Run("""
        queue Help needs !trainee>=1
        09:00:00  ana available trainee 1
        09:00:01  c1 arrives Help    => c1 waiting Help #1
        09:00:02  c1 still waits     => ana lacks not trainee 1
        """);

    [Fact]
    public void Knows_that_it_waits_for_one_person_by_name() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ben available
        09:00:04  ben away lunch
        09:00:05  ana transfers c1 to ben    => c1 waiting for ben
        09:00:06  c1 still waits             => ana not-named, ben away
        """);

    [Fact]
    public void Is_nobody_when_it_does_not_wait() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help    => c1 offered ana
        09:00:02  c1 still waits     => nothing
        """);
}
