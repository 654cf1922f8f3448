using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_agent_without_a_connection
{
    [Fact]
    public void Keeps_his_offers_for_20_seconds_and_gets_none_after() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help       => c1 offered ana
        09:00:02  ana loses connection  => nothing
        09:00:21  time passes           => nothing
        09:00:22  time passes           => ana unreachable, c1 withdrawn ana, c1 waiting Help #1
        09:00:30  ana reconnects        => c1 offered ana
        """);

    [Fact]
    public void Loses_nothing_when_he_is_back_within_20_seconds() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help       => c1 offered ana
        09:00:02  ana loses connection  => nothing
        09:00:12  ana reconnects        => nothing
        09:00:13  ana accepts c1        => c1 connected ana
        """);

    [Fact]
    public void Gives_his_chats_back_after_two_minutes_and_keeps_his_call() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:00  ben available
        09:00:01  c1 arrives Help as chat  => c1 offered ana
        09:00:01  c2 arrives Help as call  => c2 offered ben
        09:00:02  ana accepts c1
        09:00:02  ben accepts c2
        09:00:03  ana loses connection
        09:00:03  ben loses connection
        09:00:23  time passes              => ana unreachable, ben unreachable
        09:02:03  time passes              => c1 left ana, c1 waiting Help #1
        """);

    [Fact]
    public void Is_not_marked_absent_by_a_restart() => Scenario.Run("""
        queue Help offer-timeout 30s
        09:00:00  ana available
        09:00:01  c1 arrives Help       => c1 offered ana
        09:00:02  ana loses connection
        09:05:00  resumed after 298s    => nothing
        09:05:01  ana accepts c1        => c1 connected ana
        09:05:05  ana reconnects        => nothing
        """);
}

public class An_agents_state
{
    [Fact]
    public void Cannot_be_offline_while_a_customer_talks_with_him() => Scenario.Run("""
        queue Help wrap-up 60s
        09:00:00  ana available
        09:00:01  c1 arrives Help  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana offline      => refused contacts-still-open
        09:00:04  ana ends c1      => c1 wrap-up ana, c1 ended agent-ended
        09:00:05  ana offline      => c1 done ana
        """);

    [Fact]
    public void Away_keeps_the_contacts_and_brings_no_new_ones() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help  => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana away lunch   => nothing
        09:00:04  c2 arrives Help  => c2 waiting Help #1
        09:00:05  ana available    => c2 offered ana
        """);

    [Fact]
    public void Set_by_a_lead_returns_the_contacts_to_their_places() => Scenario.Run("""
        queue Help wrap-up 60s
        09:00:00  ana available
        09:00:01  c1 arrives Help    => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  c2 arrives Help    => c2 offered ana
        09:00:04  ana is signed out  => ana offline, c2 withdrawn ana, c1 left ana, c2 waiting Help #2, c1 waiting Help #1
        09:00:05  ben available      => c1 offered ben, c2 offered ben
        """);

    [Fact]
    public void Ends_with_the_agent() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help  => c1 offered ana
        09:00:02  ana is removed   => ana offline, c1 withdrawn ana, c1 waiting Help #1
        """);
}

public class A_telephone
{
    [Fact]
    public void That_is_missing_keeps_calls_away_and_nothing_else() => Scenario.Run("""
        queue Help wrap-up 0s
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana loses telephone      => c1 withdrawn ana, c1 waiting Help #1
        09:00:03  c2 arrives Help          => c2 offered ana
        09:00:04  ana accepts c2           => c2 connected ana
        09:00:05  ana loses telephone      => refused nothing-changes
        09:00:06  c1 still waits           => ana no-telephone
        09:00:07  ana takes c1             => refused no-device
        09:00:08  ana ends c2              => c2 left ana, c2 ended agent-ended
        09:00:09  ana has a telephone      => c1 offered ana
        """);

    [Fact]
    public void That_is_lost_leaves_the_call_that_is_on_it() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana accepts c1           => c1 connected ana
        09:00:03  ana loses telephone      => nothing
        09:00:04  c1 leaves                => c1 wrap-up ana, c1 ended customer-ended
        09:00:05  ben available
        09:00:06  c2 arrives Help as call  => c2 offered ben
        09:00:07  ben accepts c2           => c2 connected ben
        09:00:08  ben transfers c2 to ana  => refused no-device
        """);
}
