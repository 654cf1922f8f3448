using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_caller_who_was_cut_off
{
    [Fact]
    public void Has_his_place_again() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:01:00  c2 arrives Phone as call           => c2 waiting Phone #2
        09:02:00  c1 loses its line until 09:07:00   => c1 parked line-lost
        09:04:00  c1 calls again                     => c1 woken customer-back, c1 waiting Phone #1
        """);

    [Fact]
    public void Has_his_agent_again() => Scenario.Run("""
        queue Phone  wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Phone as call
        09:00:02  ana accepts c1
        09:02:00  c1 loses its line until 09:07:00   => c1 left ana, c1 parked line-lost
        09:04:00  c1 calls again                     => c1 woken customer-back, c1 connected ana
        """);

    [Fact]
    public void Has_his_place_again_also_after_he_was_answered() => Scenario.Run("""
        queue Phone  wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Phone as call
        09:00:02  ana accepts c1
        09:00:03  c2 arrives Phone as call
        09:02:00  c1 loses its line until 09:07:00   => c1 left ana, c1 parked line-lost, c2 offered ana
        09:02:05  ana accepts c2
        09:02:30  c3 arrives Phone as call           => c3 waiting Phone #1
        09:04:00  c1 calls again                     => c1 woken customer-back, c1 waiting for ana
        09:05:00  time passes                        => c1 waiting Phone #1
        """);

    [Fact]
    public void Has_his_agent_again_after_the_centres_own_telephone_failed() => Scenario.Run("""
        queue Phone
        09:00:00  ana available
        09:00:01  c1 arrives Phone as call
        09:00:02  ana accepts c1
        09:02:00  c1 is lost with the telephone until 09:07:00  => c1 left ana, c1 parked telephone-lost
        09:02:30  c1 calls again                                => c1 woken customer-back, c1 connected ana
        09:05:00  c1 is lost with the telephone until 09:10:00  => c1 left ana, c1 parked telephone-lost
        09:10:00  time passes                                   => c1 ended telephone-lost
        """);

    [Fact]
    public void Is_gone_when_he_does_not_call_again() => Scenario.Run("""
        queue Phone
        09:00:00  c1 arrives Phone as call
        09:02:00  c1 loses its line until 09:07:00
        09:07:00  time passes                        => c1 ended abandoned
        """);
}
