using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_offer
{
    [Fact]
    public void Goes_to_an_agent_who_fits_and_is_connected_when_he_accepts() => Scenario.Run("""
        queue Billing needs billing>=2
        09:00:00  ana available billing 1
        09:00:00  ben available billing 2
        09:00:05  c1 arrives Billing  => c1 offered ben
        09:00:08  ben accepts c1      => c1 connected ben
        """);

    [Fact]
    public void That_is_refused_leaves_the_agent_available_and_goes_on() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:01  ben available
        09:00:05  c1 arrives Billing  => c1 offered ana
        09:00:06  ana refuses c1      => c1 refused ana, c1 offered ben
        09:00:07  c2 arrives Billing  => c2 offered ana
        """);

    [Fact]
    public void Is_not_made_again_to_who_refused_it_before_he_has_cooled_down() => Scenario.Run("""
        queue Billing
        cell cool-down 60s
        09:00:00  ana available
        09:00:05  c1 arrives Billing  => c1 offered ana
        09:00:06  ana refuses c1      => c1 refused ana, c1 waiting Billing #1
        09:00:30  c2 arrives Billing  => c2 offered ana
        09:01:05  time passes         => nothing
        09:01:06  time passes         => c1 offered ana
        """);

    [Fact]
    public void Answered_at_its_deadline_is_too_late() => Scenario.Run("""
        queue Billing offer-timeout 20s
        09:00:00  ana available
        09:00:05  c1 arrives Billing  => c1 offered ana
        09:00:25  ana accepts c1      => refused offer-gone
        """);

    [Fact]
    public void Stands_20_seconds_for_a_call_and_45_for_a_chat() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:00  c1 arrives Billing as call  => c1 offered ana
        09:00:20  time passes                 => c1 unanswered ana, ana unavailable no-answer, c1 waiting Billing #1
        09:01:00  c1 leaves                   => c1 ended abandoned
        09:01:00  ana available
        09:01:00  c2 arrives Billing as chat  => c2 offered ana
        09:01:44  ana accepts c2              => c2 connected ana
        """);

    [Fact]
    public void Is_withdrawn_when_the_agent_goes_away_and_the_contact_keeps_its_place() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:01  c1 arrives Billing as call  => c1 offered ana
        09:00:02  c2 arrives Billing as call  => c2 waiting Billing #1
        09:00:03  ana away lunch              => c1 withdrawn ana, c1 waiting Billing #1
        09:00:04  ben available               => c1 offered ben
        """);

    [Fact]
    public void Is_cancelled_when_the_customer_leaves() => Scenario.Run("""
        queue Billing
        09:00:00  ana available
        09:00:01  c1 arrives Billing as call  => c1 offered ana
        09:00:02  c2 arrives Billing as call  => c2 waiting Billing #1
        09:00:05  c1 leaves                   => c1 withdrawn ana, c1 ended abandoned, c2 offered ana
        09:00:06  ana accepts c1              => refused offer-gone
        """);

    [Fact]
    public void Is_answered_at_once_where_the_queue_says_so() => Scenario.Run("""
        queue Billing auto-accept
        09:00:00  ana available
        09:00:05  c1 arrives Billing  => c1 offered ana, c1 connected ana
        """);

    [Fact]
    public void Of_the_past_is_not_accepted_in_place_of_a_new_one() => Scenario.Run("""
        queue Billing
        cell cool-down 10s
        09:00:00  ana available
        09:00:00  c1 arrives Billing      => c1 offered ana
        09:00:01  ana refuses c1          => c1 refused ana, c1 waiting Billing #1
        09:00:11  time passes             => c1 offered ana
        09:00:12  ana accepts c1 offer 1  => refused offer-gone
        09:00:12  ana accepts c1 offer 2  => c1 connected ana
        """);

    [Fact]
    public void Made_too_often_raises_an_alarm_and_the_contact_keeps_waiting() => Scenario.Run("""
        queue Billing
        cell cool-down 1s
        09:00:00  ana available
        09:00:00  c1 arrives Billing  => c1 offered ana
        09:00:00  ana refuses c1
        09:00:01  time passes         => c1 offered ana
        09:00:01  ana refuses c1
        09:00:02  time passes
        09:00:02  ana refuses c1
        09:00:03  time passes
        09:00:03  ana refuses c1
        09:00:04  time passes
        09:00:04  ana refuses c1
        09:00:05  time passes
        09:00:05  ana refuses c1
        09:00:06  time passes
        09:00:06  ana refuses c1
        09:00:07  time passes
        09:00:07  ana refuses c1
        09:00:08  time passes         => c1 offered ana
        09:00:08  ana refuses c1
        09:00:09  time passes         => c1 offered ana, c1 alarm 10
        09:00:09  ana accepts c1      => c1 connected ana
        """);
}

public class An_unanswered_offer
{
    [Fact]
    public void Returns_to_the_front_of_its_queue_and_makes_the_agent_unavailable() => Scenario.Run("""
        queue Billing  needs billing>=2  offer-timeout 20s
        09:00:00  ana available  billing 3
        09:00:05  c1 arrives Billing     => c1 offered ana
        09:00:25  time passes            => c1 unanswered ana, ana unavailable no-answer, c1 waiting Billing #1
        09:00:26  ben available  billing 2 => c1 offered ben
        """);

    [Fact]
    public void Takes_the_agents_other_offers_with_it() => Scenario.Run("""
        queue B offer-timeout 20s
        09:00:00  ana available
        09:00:00  c1 arrives B  => c1 offered ana
        09:00:10  c2 arrives B  => c2 offered ana
        09:00:20  time passes   => c1 unanswered ana, ana unavailable no-answer, c2 withdrawn ana, c1 waiting B #1, c2 waiting B #2
        """);
}
