using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_closed_queue
{
    [Fact]
    public void Takes_a_message_that_becomes_work_when_it_opens() => Scenario.Run("""
        queue Help
        08:00:00  Help closes until 09:00:00
        08:00:01  ana available
        08:30:00  c1 arrives Help  => c1 parked message-taken
        08:59:59  Help opens       => c1 woken queue-opened, c1 offered ana
        """);

    [Fact]
    public void Wakes_its_messages_when_the_opening_was_expected() => Scenario.Run("""
        queue Help
        08:00:00  Help closes until 09:00:00
        08:00:01  ana available
        08:30:00  c1 arrives Help  => c1 parked message-taken
        09:00:00  time passes      => c1 woken wake-up-due, c1 offered ana
        """);

    [Fact]
    public void Ends_or_diverts_what_arrives_if_that_is_its_rule() => Scenario.Run("""
        queue Night
        queue Help when-closed to-queue diverts-to Night
        queue Sales when-closed end
        08:00:00  Help closes
        08:00:00  Sales closes
        08:00:01  c1 arrives Help   => c1 waiting Night #1
        08:00:02  c2 arrives Sales  => c2 ended queue-closed
        """);

    [Fact]
    public void Still_serves_what_waits() => Scenario.Run("""
        queue Help
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:01  Help closes      => nothing
        08:00:02  ana available    => c1 offered ana
        """);

    [Fact]
    public void Moves_what_waits_by_its_closing_rule() => Scenario.Run("""
        queue Night
        queue Help on-closing to-queue diverts-to Night
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:01  Help closes      => c1 waiting Night #1
        """);

    [Fact]
    public void Is_not_removed_while_anything_is_in_it() => Scenario.Run("""
        queue Help
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:01  Help is removed  => refused queue-not-empty
        08:00:02  c1 leaves        => c1 ended abandoned
        08:00:03  Help is removed  => nothing
        """);
}

public class A_full_queue
{
    [Fact]
    public void Ends_what_arrives_with_the_reason() => Scenario.Run("""
        queue Help places 1
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:01  c2 arrives Help  => c2 ended queue-full
        """);

    [Fact]
    public void Overflows_to_another_that_has_places() => Scenario.Run("""
        queue Other
        queue Help places 1 when-full to-queue diverts-to Other
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:01  c2 arrives Help  => c2 waiting Other #1
        """);
}

public class An_overflow
{
    [Fact]
    public void Leads_to_the_next_step_once_the_wait_is_too_long() => Scenario.Run("""
        queue Help needs help>=3 for 300s then anyone overflow-after 60s
        08:00:00  ana available
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:01:00  time passes      => c1 step 2, c1 offered ana
        """);

    [Fact]
    public void Leads_from_the_last_step_to_another_queue_with_the_wait_so_far() => Scenario.Run("""
        queue Other
        queue Help needs help>=3 overflow-after 60s diverts-to Other
        08:00:30  c2 arrives Other  => c2 waiting Other #1
        08:00:30  c1 arrives Help since 08:00:00   => c1 waiting Help #1
        08:01:00  time passes       => c1 waiting Other #1
        """);
}

public class An_arrival
{
    [Fact]
    public void Is_counted_once_however_often_it_is_told() => Scenario.Run("""
        queue Help
        08:00:00  c1 arrives Help external m1  => c1 waiting Help #1
        08:00:01  c1 arrives Help              => refused already-arrived
        08:00:02  c2 arrives Help external m1  => refused already-arrived
        08:00:03  c3 arrives Help as mail external m1  => c3 waiting Help #2
        """);

    [Fact]
    public void For_an_unknown_queue_is_ended_with_the_reason() => Scenario.Run("""
        08:00:00  c1 arrives Nowhere  => c1 ended unknown-queue
        """);

    [Fact]
    public void That_leaves_unanswered_is_abandoned() => Scenario.Run("""
        queue Help
        08:00:00  c1 arrives Help  => c1 waiting Help #1
        08:00:09  c1 leaves        => c1 ended abandoned
        08:00:10  c1 leaves        => refused contact-ended
        """);
}
