using Xunit;

namespace Centrala.Core.Tests.Routing;

public class The_order_of_contacts
{
    [Fact]
    public void Is_the_order_of_arrival_within_a_queue() => Scenario.Run("""
        queue Billing
        09:00:01  c1 arrives Billing as call  => c1 waiting Billing #1
        09:00:02  c2 arrives Billing as call  => c2 waiting Billing #2
        09:00:03  ana available               => c1 offered ana
        """);

    [Fact]
    public void Counts_from_the_arrival_not_from_when_the_router_heard_of_it() => Scenario.Run("""
        queue Billing
        09:00:10  c1 arrives Billing as call                 => c1 waiting Billing #1
        09:00:11  c2 arrives Billing as call since 09:00:01  => c2 waiting Billing #1
        09:00:12  ana available                              => c2 offered ana
        """);

    [Fact]
    public void Is_by_rank_across_queues_so_that_the_steeper_overtakes() => Scenario.Run("""
        queue Slow slope 1000
        queue Steep slope 3000
        09:00:00  c1 arrives Slow as call   => c1 waiting Slow #1
        09:00:20  c2 arrives Steep as call  => c2 waiting Steep #1
        09:00:29  ana available             => c1 offered ana
        09:00:29  ana refuses c1            => c1 refused ana, c2 offered ana, c1 waiting Slow #1
        09:00:29  ana refuses c2
        09:00:31  ben available             => c2 offered ben
        """);

    [Fact]
    public void Puts_a_raised_base_first() => Scenario.Run("""
        queue Billing
        09:00:00  c1 arrives Billing as call                => c1 waiting Billing #1
        09:00:05  c2 arrives Billing as call raised 10000   => c2 waiting Billing #1
        09:00:06  ana available                             => c2 offered ana
        """);

    [Fact]
    public void Stops_growing_at_the_cap_where_the_longer_wait_decides() => Scenario.Run("""
        queue Billing cap 5000
        09:00:00  c1 arrives Billing as call   => c1 waiting Billing #1
        09:00:30  c2 arrives Billing as call raised 4000  => c2 waiting Billing #2
        09:00:40  ana available                => c1 offered ana
        """);

    [Fact]
    public void Follows_the_lead_who_sets_a_priority() => Scenario.Run("""
        queue Billing
        09:00:00  c1 arrives Billing as call  => c1 waiting Billing #1
        09:00:01  c2 arrives Billing as call  => c2 waiting Billing #2
        09:00:02  c2 gets priority 60000      => c2 waiting Billing #1
        09:00:03  ana available               => c2 offered ana
        """);

    [Fact]
    public void Survives_a_move_to_another_queue_with_the_original_arrival() => Scenario.Run("""
        queue Billing
        queue Sales
        09:00:00  c1 arrives Billing as call   => c1 waiting Billing #1
        09:00:05  c2 arrives Sales as call     => c2 waiting Sales #1
        09:00:10  c1 is moved to Sales         => c1 waiting Sales #1
        09:00:11  ana available                => c1 offered ana
        """);
}

public class The_choice_of_an_agent
{
    [Fact]
    public void Is_the_longest_idle_unless_the_queue_says_otherwise() => Scenario.Run("""
        queue Billing wrap-up none
        09:00:00  ana available
        09:00:01  ben available
        09:00:02  c1 arrives Billing as call  => c1 offered ana
        09:00:03  ana accepts c1
        09:00:04  ana ends c1                 => c1 left ana, c1 ended agent-ended
        09:00:05  c2 arrives Billing as call  => c2 offered ben
        """);

    [Fact]
    public void Prefers_who_has_fewer_points_in_use() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  ben available
        09:00:02  c1 arrives Help  => c1 offered ana
        09:00:03  c2 arrives Help  => c2 offered ben
        09:00:04  ana accepts c1
        09:00:05  ben accepts c2
        09:00:06  c3 arrives Help  => c3 offered ana
        09:00:07  c4 arrives Help  => c4 offered ben
        """);

    [Fact]
    public void By_best_fit_keeps_generalists_free() => Scenario.Run("""
        queue Billing needs billing>=1 selection best-fit
        queue Sales needs sales>=1
        09:00:00  ana available billing 5 sales 5
        09:00:01  ben available billing 1
        09:00:02  c1 arrives Billing as call  => c1 offered ben
        """);

    [Fact]
    public void By_skill_takes_the_highest_level() => Scenario.Run("""
        queue Billing needs billing>=1 selection most-skilled
        09:00:00  ana available billing 2
        09:00:01  ben available billing 4
        09:00:02  c1 arrives Billing as call  => c1 offered ben
        """);

    [Fact]
    public void By_turns_takes_whose_last_offer_was_longest_ago() => Scenario.Run("""
        queue Billing selection round-robin
        09:00:00  ana available
        09:00:01  ben available
        09:00:02  c1 arrives Billing  => c1 offered ana
        09:00:03  c2 arrives Billing  => c2 offered ben
        09:00:04  c3 arrives Billing  => c3 offered ana
        """);

    [Fact]
    public void By_occupancy_takes_who_has_worked_least() => Scenario.Run("""
        queue Billing selection least-occupied wrap-up none
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  c1 arrives Billing as call  => c1 offered ana
        09:00:00  c2 arrives Billing as call  => c2 offered ben
        09:00:01  ana accepts c1
        09:00:01  ben accepts c2
        09:01:00  ana ends c1
        09:02:00  ben ends c2
        09:05:00  c3 arrives Billing as call  => c3 offered ana
        """);

    [Fact]
    public void Needs_membership_and_the_partner() => Scenario.Run("""
        partner other
        queue Billing members listed
        agent ana
        agent ben lists Billing
        agent cat lists Billing serves other
        09:00:00  ana available
        09:00:00  cat available
        09:00:01  c1 arrives Billing  => c1 waiting Billing #1
        09:00:02  ben available       => c1 offered ben
        """);

    [Fact]
    public void Follows_a_change_of_skills_at_once() => Scenario.Run("""
        queue Billing needs billing>=2
        09:00:00  ana available billing 1
        09:00:01  c1 arrives Billing  => c1 waiting Billing #1
        agent ana billing 2
        09:00:02  ana accepts c1      => c1 connected ana
        """);
}
