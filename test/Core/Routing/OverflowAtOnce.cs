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
    public void Overflows_while_too_many_left_unanswered() => Scenario.Run("""
        queue Backup
        queue Help    overflow-below 50%  service-window 12m  diverts-to Backup
        09:00:00  c1 arrives Help
        09:00:01  c2 arrives Help
        09:00:02  c3 arrives Help
        09:00:03  c4 arrives Help
        09:01:01  c1 leaves
        09:01:02  c2 leaves
        09:01:03  c3 leaves
        09:01:04  c5 arrives Help    => c5 waiting Help #2
        09:01:05  c4 leaves
        09:01:06  c6 arrives Help    => c6 waiting Backup #1
        09:12:59  c7 arrives Help    => c7 waiting Backup #2
        09:13:00  c8 arrives Help    => c8 waiting Help #2
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
