using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_contact_that_a_lead_takes
{
    [Fact]
    public void Comes_out_of_the_queue_at_once_though_the_lead_is_away() => Scenario.Run("""
        queue Help
        09:00:00  leo available
        09:00:00  leo away desk
        09:00:01  c1 arrives Help   => c1 waiting Help #1
        09:00:02  leo takes c1      => c1 offered leo, c1 connected leo
        """);

    [Fact]
    public void Is_withdrawn_from_whom_it_was_offered() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:00  leo available
        09:00:00  leo away desk
        09:00:01  c1 arrives Help   => c1 offered ana
        09:00:02  leo takes c1      => c1 withdrawn ana, c1 offered leo, c1 connected leo
        """);

    [Fact]
    public void Leaves_the_agent_who_had_it_with_a_wrap_up() => Scenario.Run("""
        queue Help wrap-up 60s
        09:00:00  ana available
        09:00:01  c1 arrives Help   => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  leo available
        09:00:03  leo away desk
        09:00:09  leo takes c1      => c1 offered leo, c1 wrap-up ana, c1 connected leo
        """);

    [Fact]
    public void Ends_the_transfer_that_ran() => Scenario.Run("""
        queue Help wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Help       => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ben available
        09:00:03  leo available
        09:00:03  leo away desk
        09:00:04  ana transfers c1 to ben => c1 offered ben
        09:00:05  leo takes c1          => c1 withdrawn ben, c1 stays leo, c1 offered leo, c1 left ana, c1 connected leo
        """);

    [Fact]
    public void Needs_room_and_somebody_who_is_there() => Scenario.Run("""
        queue Help
        09:00:00  leo available
        09:00:01  c1 arrives Help as call  => c1 offered leo
        09:00:02  leo accepts c1
        09:00:03  c2 arrives Help as call  => c2 waiting Help #1
        09:00:04  leo takes c2             => refused no-room
        09:00:05  leo takes c1             => refused transfer-to-self
        09:00:06  mia away desk
        09:00:07  mia offline
        09:00:08  mia takes c2             => refused agent-offline
        """);
}

public class A_contact_that_a_lead_gives
{
    [Fact]
    public void Goes_to_that_person_alone_for_a_while_and_then_to_its_queue() => Scenario.Run("""
        queue Help
        cell waits-for-named 30s
        09:00:00  cat available
        09:00:00  cat away lunch
        09:00:01  c1 arrives Help   => c1 waiting Help #1
        09:00:02  cat is given c1   => c1 waiting for cat
        09:00:03  ben available     => nothing
        09:00:32  time passes       => c1 offered ben
        """);

    [Fact]
    public void Stays_with_whom_it_is_until_the_other_takes_it() => Scenario.Run("""
        queue Help wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Help   => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ben available
        09:00:04  ben is given c1   => c1 offered ben
        09:00:05  ben accepts c1    => c1 left ana, c1 connected ben
        """);
}
