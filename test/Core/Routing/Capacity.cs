using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_agents_points
{
    [Fact]
    public void Hold_four_chats_and_no_fifth() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help  => c1 offered ana
        09:00:01  c2 arrives Help  => c2 offered ana
        09:00:01  c3 arrives Help  => c3 offered ana
        09:00:01  c4 arrives Help  => c4 offered ana
        09:00:01  c5 arrives Help  => c5 waiting Help #1
        09:00:02  ana refuses c4   => c4 refused ana, c5 offered ana, c4 waiting Help #1
        """);

    [Fact]
    public void Keep_a_call_apart_from_everything_else() => Scenario.Run("""
        queue Help
        09:00:00  ana available
        09:00:01  c1 arrives Help as chat  => c1 offered ana
        09:00:02  c2 arrives Help as call  => c2 waiting Help #1
        09:00:03  ana accepts c1
        09:00:04  c3 arrives Help as chat  => c3 offered ana
        """);

    [Fact]
    public void Stay_taken_until_the_wrap_up_is_over() => Scenario.Run("""
        queue Help wrap-up 60s
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana accepts c1           => c1 connected ana
        09:00:03  c2 arrives Help as call  => c2 waiting Help #1
        09:01:00  c1 leaves                => c1 wrap-up ana, c1 ended customer-ended
        09:01:30  ana wraps up c1          => c1 done ana, c2 offered ana
        """);

    [Fact]
    public void Follow_what_the_agent_holds_and_what_the_contact_costs() => Scenario.Run("""
        queue Help
        agent ana holds chat:50/2
        09:00:00  ana available
        09:00:01  c1 arrives Help cost 80  => c1 offered ana
        09:00:02  c2 arrives Help          => c2 waiting Help #1
        09:00:03  c1 leaves                => c1 withdrawn ana, c1 ended abandoned, c2 offered ana
        09:00:04  c3 arrives Help          => c3 offered ana
        09:00:05  c4 arrives Help          => c4 waiting Help #1
        """);
}

public class A_wrap_up
{
    [Fact]
    public void Ends_by_itself_at_the_queues_limit() => Scenario.Run("""
        queue Help wrap-up 30s
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana accepts c1
        09:01:00  ana ends c1              => c1 wrap-up ana, c1 ended agent-ended
        09:01:29  time passes              => nothing
        09:01:30  time passes              => c1 done ana
        """);

    [Fact]
    public void Is_left_out_where_the_queue_has_none() => Scenario.Run("""
        queue Help wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Help as call  => c1 offered ana
        09:00:02  ana accepts c1
        09:01:00  ana ends c1              => c1 left ana, c1 ended agent-ended
        """);

    [Fact]
    public void Of_a_chat_does_not_stop_the_other_chats() => Scenario.Run("""
        queue Help wrap-up unlimited
        09:00:00  ana available
        09:00:01  c1 arrives Help          => c1 offered ana
        09:00:02  ana accepts c1
        09:00:03  ana ends c1              => c1 wrap-up ana, c1 ended agent-ended
        09:00:04  c2 arrives Help          => c2 offered ana
        09:00:05  ana accepts c2           => c2 connected ana
        18:00:00  ana wraps up c1          => c1 done ana
        18:00:01  ana wraps up c1          => refused not-in-wrap-up
        """);
}
