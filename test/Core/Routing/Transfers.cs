using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_transfer
{
    [Fact]
    public void To_a_queue_leaves_a_chat_with_its_sender_until_somebody_takes_it() => Scenario.Run("""
        queue Help wrap-up 60s needs help>=1
        queue Sales needs sales>=1
        09:00:00  ana available help 3 sales 3
        09:00:01  c1 arrives Help             => c1 offered ana
        09:00:02  ana accepts c1              => c1 connected ana
        09:00:10  ana transfers c1 to Sales   => c1 waiting Sales #1
        09:00:20  ben available sales 1       => c1 offered ben
        09:00:25  ben accepts c1              => c1 wrap-up ana, c1 connected ben
        """);

    [Fact]
    public void Of_a_call_is_blind_and_keeps_the_original_arrival() => Scenario.Run("""
        queue Help wrap-up none
        queue Sales
        09:00:00  ana available
        09:00:01  c1 arrives Help as call     => c1 offered ana
        09:00:02  ana accepts c1              => c1 connected ana
        09:00:03  c2 arrives Sales as call    => c2 waiting Sales #1
        09:00:10  ana transfers c1 to Sales   => c1 left ana, c2 offered ana, c1 waiting Sales #1
        09:00:11  ben available               => c1 offered ben
        """);

    [Fact]
    public void To_a_person_goes_to_nobody_else_for_a_while() => Scenario.Run("""
        queue Help
        cell waits-for-named 30s
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  cat available
        09:00:00  cat away lunch
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to cat    => c1 waiting for cat
        09:00:33  time passes                => c1 offered ben
        """);

    [Fact]
    public void To_a_person_may_come_back_to_its_sender() => Scenario.Run("""
        queue Help
        cell waits-for-named 30s
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  cat away lunch
        09:00:01  c1 arrives Help                  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to cat or back  => c1 waiting for cat
        09:00:33  time passes                      => c1 stays ana
        """);

    [Fact]
    public void To_a_person_needs_his_partner_but_not_his_membership() => Scenario.Run("""
        partner other
        queue Help members listed
        agent ana lists Help
        agent ben
        agent cat serves other
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  cat available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to cat    => refused agent-does-not-serve-partner
        09:00:04  ana transfers c1 to ben    => c1 offered ben
        09:00:05  ben accepts c1             => c1 wrap-up ana, c1 connected ben
        """);

    [Fact]
    public void That_the_named_agent_refuses_goes_to_the_queue_at_once() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  cat available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to cat    => c1 offered cat
        09:00:04  cat refuses c1             => c1 refused cat, c1 offered ben
        """);

    [Fact]
    public void Can_be_taken_back_while_nobody_has_it() => Scenario.Run("""
        queue Help
        queue Sales needs sales>=1
        09:00:00  ana available
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to Sales  => c1 waiting Sales #1
        09:00:04  ana transfers c1 to Help   => refused transfer-running
        09:00:05  ana takes back c1          => c1 stays ana
        09:00:06  ana takes back c1          => refused no-transfer
        09:00:07  ben available sales 3      => nothing
        """);

    [Fact]
    public void Is_refused_to_oneself_to_the_absent_and_to_a_closed_queue() => Scenario.Run("""
        queue Help
        queue Sales
        09:00:00  ana available
        09:00:00  ben available
        09:00:00  ben offline
        09:00:01  c1 arrives Help            => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana transfers c1 to ana    => refused transfer-to-self
        09:00:04  ana transfers c1 to ben    => refused agent-offline
        09:00:05  Sales closes
        09:00:06  ana transfers c1 to Sales  => refused queue-is-closed
        09:00:07  ben accepts c1             => refused offer-gone
        """);
}
