using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_colleague_who_is_asked_first
{
    const string Floor = """
        queue Help wrap-up 60s
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana accepts c1           => c1 connected ana
        09:00:03  ben available
        """;

    [Fact]
    public void Has_the_call_when_it_is_handed_over_and_nobody_else_meanwhile() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  c2 arrives Help as call  => c2 waiting Help #1
        09:00:07  ana hands over c1        => c1 wrap-up ana, c1 connected ben
        09:00:08  ana wraps up c1          => c1 done ana, c2 offered ana
        09:00:09  ben ends c1              => c1 wrap-up ben, c1 ended agent-ended
        """);

    [Fact]
    public void Goes_again_when_he_is_not_needed_and_has_nothing_to_wrap_up() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  ana takes back c1        => c1 asks ben no more
        09:00:07  c2 arrives Help as call  => c2 offered ben
        """);

    [Fact]
    public void May_leave_by_himself() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  ben ends c1              => c1 asks ben no more
        09:00:07  ana hands over c1        => refused no-consult
        """);

    [Fact]
    public void Who_does_not_want_to_leaves_the_call_where_it_is() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben refuses c1           => c1 refused ben, c1 stays ana
        09:00:06  ana asks ben about c1    => c1 offered ben
        """);

    [Fact]
    public void May_be_whoever_a_queue_finds_by_the_wait_of_the_customer() => Scenario.Run("""
        queue Help wrap-up 0s needs help>=1
        queue Sales needs sales>=1
        09:00:00  ana available help 1
        09:00:01  c1 arrives Help as call   => c1 offered ana
        09:00:02  ana accepts c1            => c1 connected ana
        09:00:03  c2 arrives Sales as call  => c2 waiting Sales #1
        09:00:04  ana asks Sales about c1   => c1 waiting Sales #1
        09:00:05  ben available sales 1     => c1 offered ben
        09:00:06  ben accepts c1            => c1 asks ben
        09:00:07  ana hands over c1         => c1 left ana, c1 connected ben
        """);

    [Fact]
    public void Has_it_when_who_asked_is_lost() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  ana is signed out        => ana offline, c1 left ana, c1 connected ben
        """);

    [Fact]
    public void Who_is_lost_leaves_it_where_it_is() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  ben offline              => refused contacts-still-open
        09:00:07  ben is signed out        => ben offline, c1 asks ben no more
        09:00:08  ana ends c1              => c1 wrap-up ana, c1 ended agent-ended
        """);

    [Fact]
    public void Goes_with_the_customer() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ben accepts c1           => c1 asks ben
        09:00:06  c1 leaves                => c1 asks ben no more, c1 wrap-up ana, c1 ended customer-ended
        """);

    [Fact]
    public void Gets_it_as_a_transfer_where_it_is_handed_over_before_he_answers() => Scenario.Run(Floor + """

        09:00:04  ana asks ben about c1    => c1 offered ben
        09:00:05  ana hands over c1        => c1 wrap-up ana
        09:00:06  ben accepts c1           => c1 connected ben
        """);

    [Fact]
    public void Is_asked_in_calls_alone() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help          => c1 offered ana
        09:00:02  ana accepts c1           => c1 connected ana
        09:00:03  ben available
        09:00:04  ana asks ben about c1    => refused not-a-call
        """);
}
