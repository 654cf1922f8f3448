using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_parked_contact
{
    [Fact]
    public void Wakes_at_its_instant_and_is_offered_to_its_agent_first() => Scenario.Run("""
        queue Help
        cell waits-for-named 60s
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana snoozes c1 until 09:30:00    => c1 left ana, c1 parked snoozed
        09:29:59  time passes                      => nothing
        09:30:00  time passes                      => c1 woken wake-up-due, c1 offered ana
        """);

    [Fact]
    public void Goes_straight_to_its_agent_when_the_customer_writes_again() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  c1 is parked until 10:00:00      => c1 left ana, c1 parked waiting-for-customer
        09:10:00  c1 writes                        => c1 woken customer-back, c1 connected ana
        """);

    [Fact]
    public void Goes_to_the_queue_when_its_agent_is_not_at_work() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  c1 is parked until 10:00:00
        09:00:04  ana offline
        09:05:00  ben available                    => nothing
        09:10:00  c1 writes                        => c1 woken customer-back, c1 offered ben
        """);

    [Fact]
    public void Does_not_wake_for_a_message_that_was_seen() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  c1 leaves after message 7        => c1 wrap-up ana, c1 ended customer-ended
        09:00:04  c1 writes message 7              => refused message-already-seen
        09:00:05  c1 writes message 8              => c1 done ana, c1 connected ana
        """);

    [Fact]
    public void Is_resumed_by_its_agent_who_must_have_room() => Scenario.Run("""
        queue Help wrap-up none
        agent ana holds chat:100/1
        09:00:00  ana available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana snoozes c1 until 10:00:00
        09:00:04  c2 arrives Help                  => c2 offered ana
        09:00:05  ana accepts c2
        09:00:06  ana resumes c1                   => refused no-room
        09:00:07  ana ends c2                      => c2 left ana, c2 ended agent-ended
        09:00:08  ana resumes c1                   => c1 woken agent-resumed, c1 connected ana
        """);

    [Fact]
    public void Needs_an_instant_to_come() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana snoozes c1 until 08:00:00    => refused instant-out-of-range
        """);

    [Fact]
    public void Ends_when_the_customer_stays_silent() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  c1 is parked until 10:00:00
        09:30:00  c1 is closed as silent           => c1 ended customer-silent
        """);
}

public class A_message_after_the_end
{
    [Fact]
    public void Brings_the_contact_back_to_its_last_agent() => Scenario.Run("""
        queue Help wrap-up none
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana ends c1 after message 3  => c1 left ana, c1 ended agent-ended
        09:10:00  c1 writes message 4        => c1 connected ana
        """);

    [Fact]
    public void Brings_it_to_the_queue_when_that_agent_is_gone() => Scenario.Run("""
        queue Help wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana ends c1
        09:00:04  ana offline
        09:10:00  c1 writes                  => c1 waiting Help #1
        09:10:01  c1 writes                  => refused contact-not-ended
        """);
}
