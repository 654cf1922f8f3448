using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_step
{
    [Fact]
    public void Widens_the_search_when_its_time_is_over() => Scenario.Run("""
        queue Billing needs billing>=3 for 30s then billing>=1
        09:00:00  ana available billing 1
        09:00:05  c1 arrives Billing  => c1 waiting Billing #1
        09:00:34  time passes         => nothing
        09:00:35  time passes         => c1 step 2, c1 offered ana
        """);

    [Fact]
    public void May_be_narrower_than_the_one_before() => Scenario.Run("""
        queue Billing needs team:red for 10s then team:red & billing>=2
        09:00:00  ana away
        09:00:01  c1 arrives Billing        => c1 waiting Billing #1
        09:00:11  time passes               => c1 step 2
        09:00:12  ben available of red      => nothing
        09:00:13  cat available of red billing 2  => c1 offered cat
        """);

    [Fact]
    public void Stands_still_while_the_contact_is_offered() => Scenario.Run("""
        queue Billing needs billing>=3 for 30s then anyone  offer-timeout 20s
        09:00:00  ana available billing 3
        09:00:00  c1 arrives Billing  => c1 offered ana
        09:00:20  time passes         => c1 unanswered ana, ana unavailable no-answer, c1 waiting Billing #1
        09:00:20  ben available       => nothing
        09:00:49  time passes         => nothing
        09:00:50  time passes         => c1 step 2, c1 offered ben
        """);

    [Fact]
    public void For_one_person_is_passed_over_while_that_person_is_not_signed_in() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  ana offline
        09:00:02  c1 arrives Billing needs agent:ana for 60s while-signed-in then anyone  => c1 offered ben
        """);

    [Fact]
    public void For_one_person_ends_when_that_person_leaves() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  ana away lunch
        09:00:02  c1 arrives Billing needs agent:ana for 60s while-signed-in then anyone  => c1 waiting Billing #1
        09:00:05  ana offline  => c1 step 2, c1 offered ben
        """);

    [Fact]
    public void For_one_person_reaches_that_person_even_outside_of_the_queue() => Scenario.Run("""
        queue Billing
        queue Sales members team:red
        09:00:00  ana available
        09:00:01  c1 arrives Sales needs agent:ana for 60s then anyone  => c1 offered ana
        """);

    [Fact]
    public void Knows_and_or_and_not() => Scenario.Run("""
        queue Billing needs (billing>=2 | sales>=4) & !team:red & trust>=2
        09:00:00  ana available billing 3 of red trust 5
        09:00:00  ben available billing 3 trust 1
        09:00:00  cat available sales 3 trust 3
        09:00:00  dan available sales 4 trust 2
        09:00:05  c1 arrives Billing  => c1 offered dan
        """);

    [Fact]
    public void Asks_for_the_customers_language_and_later_does_without() => Scenario.Run("""
        queue Help needs language>=3 for 20s then language>=1 for 20s then anyone
        09:00:00  ana available english 5
        09:00:00  ben available polish 1
        09:00:01  c1 arrives Help in polish  => c1 waiting Help #1
        09:00:21  time passes                => c1 step 2, c1 offered ben
        09:00:22  c2 arrives Help            => c2 offered ana
        """);

    [Fact]
    public void That_nobody_signed_in_fits_is_passed_over_where_the_queue_says_so() => Scenario.Run("""
        queue Help needs polish>=1 for 60s then anyone  skips-empty-steps
        09:00:00  ana available english 5
        09:00:01  c1 arrives Help              => c1 offered ana
        09:00:02  ben available polish 2
        09:00:02  ben away lunch
        09:00:03  c2 arrives Help as call      => c2 waiting Help #1
        09:00:04  ben offline                  => c2 step 2
        09:00:05  ana accepts c1               => c1 connected ana
        """);

    [Fact]
    public void Is_fixed_at_arrival_unless_a_lead_applies_the_new_ones() => Scenario.Run("""
        queue Billing needs billing>=3
        09:00:00  ana available billing 1
        09:00:01  c1 arrives Billing  => c1 waiting Billing #1
        queue Billing needs billing>=1
        09:00:02  time passes         => nothing
        09:00:03  c1 gets its steps again  => c1 offered ana
        """);
}
