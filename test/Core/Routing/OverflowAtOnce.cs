using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_contact_that_arrives_in_a_busy_queue
{
    [Fact]
    public void Overflows_behind_too_many() => Scenario.Run("""
        queue Backup
        queue Billing overflow-behind 2 diverts-to Backup
        09:00:00  c1 arrives Billing  => c1 waiting Billing #1
        09:00:01  c2 arrives Billing  => c2 waiting Billing #2
        09:00:02  c3 arrives Billing  => c3 waiting Backup #1
        """);

    [Fact]
    public void Goes_to_its_next_step_first() => Scenario.Run("""
        queue Billing needs billing>=3 for 5m then billing>=1  overflow-behind 1
        09:00:00  c1 arrives Billing  => c1 waiting Billing #1
        09:00:01  c2 arrives Billing  => c2 step 2, c2 waiting Billing #2
        09:00:02  ben available  billing 1  => c2 offered ben
        """);

    [Fact]
    public void Overflows_while_the_last_answers_came_too_late() => Scenario.Run("""
        queue Backup  members listed
        queue Help    target 10s  overflow-below 50%  diverts-to Backup  auto-accept  wrap-up none
        09:00:00  c1 arrives Help    => c1 waiting Help #1
        09:00:01  c2 arrives Help    => c2 waiting Help #2
        09:00:02  c3 arrives Help    => c3 waiting Help #3
        09:00:03  c4 arrives Help    => c4 waiting Help #4
        09:01:00  ana available
        09:01:05  c5 arrives Help    => c5 waiting Backup #1
        """);

    [Fact]
    public void Stays_when_somebody_is_free_however_late_the_others_were_answered() => Scenario.Run("""
        queue Backup  members listed
        queue Help    target 10s  overflow-below 50%  diverts-to Backup  auto-accept  wrap-up none
        09:00:00  c1 arrives Help
        09:00:01  c2 arrives Help
        09:00:02  c3 arrives Help
        09:00:03  c4 arrives Help
        09:01:00  ana available
        09:01:01  ben available
        09:01:05  c5 arrives Help    => c5 offered ben, c5 connected ben
        """);

    [Fact]
    public void Overflows_when_nobody_is_signed_in_who_fits() => Scenario.Run("""
        queue Backup
        queue Night needs polish>=2  overflow-unstaffed  diverts-to Backup
        22:00:00  ana away  polish 1
        22:00:01  c1 arrives Night   => c1 waiting Backup #1
        22:00:02  ben away  polish 3
        22:00:03  c2 arrives Night   => c2 waiting Night #1
        22:00:04  ben offline        => c2 waiting Backup #2
        """);
}
