using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_callback
{
    [Fact]
    public void Keeps_the_place_of_the_caller() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:00:30  c2 arrives Phone as call  => c2 waiting Phone #2
        09:01:00  c1 is promised a callback
        09:05:00  ana available             => c1 offered ana
        """);

    [Fact]
    public void Ranks_by_its_original_arrival_when_it_is_due() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:01:00  c1 is promised a callback at 10:00:00  => c1 parked callback-promised
        09:30:00  c2 arrives Phone as call               => c2 waiting Phone #1
        10:00:00  time passes                            => c1 woken wake-up-due, c1 waiting Phone #1
        """);

    [Fact]
    public void Is_promised_once_for_a_number_and_queue() => Scenario.Run("""
        queue Phone
        queue Sales
        09:00:00  c1 arrives Phone as call
        09:00:01  c1 is promised a callback to 555-0101
        09:10:00  c2 arrives Phone as call
        09:10:01  c2 is promised a callback to 555-0101  => refused callback-open
        09:10:02  c3 arrives Sales as call
        09:10:03  c3 is promised a callback to 555-0101  => nothing
        09:10:04  c1 leaves                              => c1 ended abandoned
        09:10:05  c2 is promised a callback to 555-0101  => nothing
        """);

    [Fact]
    public void Calls_the_customer_first_where_that_was_promised() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:00:01  c1 is promised a callback first
        09:05:00  ana available   => c1 parked calling-customer
        09:05:10  c1 calls again  => c1 woken customer-back, c1 offered ana
        """);

    [Fact]
    public void Is_over_when_the_customer_does_not_answer() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:00:01  c1 is promised a callback first
        09:05:00  ana available   => c1 parked calling-customer
        09:05:45  time passes     => c1 ended not-reached
        """);

    [Fact]
    public void Reaches_the_customer_up_to_the_last_ring() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:00:01  c1 is promised a callback first
        09:05:00  ana available   => c1 parked calling-customer
        09:05:44  time passes     => nothing
        09:05:44  c1 calls again  => c1 woken customer-back, c1 offered ana
        """);
}

public class A_personal_callback
{
    const string Promised = """
        queue Phone  wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Phone as call
        09:00:02  ana accepts c1
        09:05:00  c1 is promised a callback at 10:00:00 by ana until 10:30:00  => c1 left ana, c1 parked callback-promised

        """;

    [Fact]
    public void Waits_for_its_agent_alone() => Scenario.Run(Promised + """
        09:50:00  ana away
        09:55:00  ben available
        10:00:00  time passes    => c1 woken wake-up-due, c1 waiting for ana
        10:10:00  ana available  => c1 offered ana
        """);

    [Fact]
    public void Stays_his_when_he_misses_it_or_goes() => Scenario.Run(Promised + """
        09:55:00  ben available
        10:00:00  time passes    => c1 woken wake-up-due, c1 offered ana
        10:00:20  time passes    => c1 unanswered ana, ana unavailable no-answer, c1 waiting for ana
        10:05:00  ana offline    => nothing
        """);

    [Fact]
    public void Is_everybodys_after_its_release() => Scenario.Run(Promised + """
        09:50:00  ana offline
        09:55:00  ben available
        10:00:00  time passes    => c1 woken wake-up-due, c1 waiting for ana
        10:30:00  time passes    => c1 offered ben
        """);

    [Fact]
    public void Is_everybodys_when_its_agent_is_removed() => Scenario.Run(Promised + """
        09:55:00  ben available
        09:56:00  ana offline
        10:00:00  time passes    => c1 woken wake-up-due, c1 waiting for ana
        10:01:00  ana is removed => c1 offered ben
        """);
}

public class The_wait_that_a_contact_expects
{
    [Fact]
    public void Follows_from_those_who_fit_it() => Scenario.Run("""
        queue Shop   wrap-up none  auto-accept
        09:00:00  ana available  shop 1  holds chat:100/1
        09:00:01  ben available  holds chat:100/1
        09:00:02  a1 arrives Shop
        09:00:03  b1 arrives Shop
        09:00:04  c1 arrives Shop needs shop>=1
        09:00:05  c1 expects        => no guess
        09:03:02  ana ends a1       => a1 left ana, a1 ended agent-ended, c1 offered ana, c1 connected ana
        09:03:03  c2 arrives Shop needs shop>=1
        09:03:04  c2 expects        => 120 to 270 s
        09:03:05  c3 arrives Shop needs shop>=1
        09:03:06  c3 expects        => 240 to 540 s
        """);

    [Fact]
    public void Counts_those_who_may_go_elsewhere_by_half() => Scenario.Run("""
        queue Shop   wrap-up none  auto-accept
        09:00:00  ana available  shop 1  holds chat:100/1
        09:00:01  ben available  holds chat:100/1
        09:00:02  a1 arrives Shop
        09:00:03  b1 arrives Shop
        09:00:04  c1 arrives Shop needs shop>=1
        09:03:02  ana ends a1
        09:03:03  c2 arrives Shop
        09:03:04  c3 arrives Shop needs shop>=1
        09:03:05  c3 expects        => 180 to 405 s
        """);

    [Fact]
    public void Gets_shorter_where_a_later_step_finds_more() => Scenario.Run("""
        queue Shop   wrap-up none  auto-accept
        09:00:00  ana available  holds chat:100/1
        09:00:02  a1 arrives Shop
        09:00:04  a2 arrives Shop
        09:03:02  ana ends a1
        09:03:03  c2 arrives Shop needs shop>=4 for 30s then anyone
        09:03:03  c2 expects        => 140 to 315 s
        """);
}
