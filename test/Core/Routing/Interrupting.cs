using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_call_for_an_agent_with_mails
{
    [Fact]
    public void Pauses_them_when_he_accepts_and_they_go_on_by_themselves() => Scenario.Run("""
        queue Post   wrap-up none
        queue Phone  wrap-up 30s
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail   => m1 offered ana
        09:00:02  ana accepts m1            => m1 connected ana
        09:00:03  m2 arrives Post as mail   => m2 offered ana
        09:00:04  ana accepts m2            => m2 connected ana
        09:05:00  c1 arrives Phone as call  => c1 offered ana
        09:05:05  ana accepts c1            => m2 paused ana, m1 paused ana, c1 connected ana
        09:08:00  ana ends c1               => c1 wrap-up ana, c1 ended agent-ended
        09:08:30  time passes               => c1 done ana, m1 resumed ana, m2 resumed ana
        """);

    [Fact]
    public void Leaves_them_running_while_it_rings_and_when_he_refuses() => Scenario.Run("""
        queue Post
        queue Phone
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:05:00  c1 arrives Phone as call  => c1 offered ana
        09:05:05  ana refuses c1            => c1 refused ana, c1 waiting Phone #1
        """);

    [Fact]
    public void Goes_to_somebody_else_when_they_are_wrapped_up_meanwhile() => Scenario.Run("""
        queue Post   wrap-up 5m
        queue Phone
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:00:03  m2 arrives Post as mail
        09:00:04  ana accepts m2
        09:05:00  c1 arrives Phone as call  => c1 offered ana
        09:05:01  ana ends m1               => m1 wrap-up ana, c1 withdrawn ana, m1 ended agent-ended, c1 waiting Phone #1
        """);

    [Fact]
    public void Goes_to_who_has_nothing_else_to_do() => Scenario.Run("""
        queue Post
        queue Phone
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:00:03  ben available
        09:05:00  c1 arrives Phone as call  => c1 offered ben
        """);

    [Fact]
    public void Pauses_no_more_than_it_needs() => Scenario.Run("""
        queue Post
        queue Chat  interrupts
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:00:03  m2 arrives Post as mail
        09:00:04  ana accepts m2
        09:05:00  c1 arrives Chat  => c1 offered ana
        09:05:05  ana accepts c1   => m2 paused ana, c1 connected ana
        """);
}

public class Work_that_is_paused
{
    const string Interrupted = """
        queue Post   wrap-up none  pause-limit 10m
        queue Chat
        queue Phone  wrap-up none
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:05:00  c1 arrives Phone as call
        09:05:05  ana accepts c1            => m1 paused ana, c1 connected ana

        """;

    [Fact]
    public void Goes_on_before_anything_new() => Scenario.Run(Interrupted + """
        09:06:00  m2 arrives Post as mail   => m2 waiting Post #1
        09:06:01  m3 arrives Post as mail   => m3 waiting Post #2
        09:08:00  ana ends c1               => c1 left ana, c1 ended agent-ended, m1 resumed ana, m2 offered ana
        """);

    [Fact]
    public void Returns_to_its_queue_in_the_end() => Scenario.Run(Interrupted + """
        09:06:00  ben available
        09:15:05  time passes               => m1 left ana, m1 offered ben
        """);

    [Fact]
    public void Counts_all_its_pauses_together() => Scenario.Run(Interrupted + """
        09:09:05  ana ends c1               => c1 left ana, c1 ended agent-ended, m1 resumed ana
        09:10:00  c2 arrives Phone as call
        09:10:05  ana accepts c2            => m1 paused ana, c2 connected ana
        09:16:04  time passes               => nothing
        09:16:05  time passes               => m1 left ana, m1 waiting Post #1
        """);

    [Fact]
    public void Can_be_ended_without_a_wrap_up() => Scenario.Run(Interrupted.Replace("wrap-up none  pause", "wrap-up 1m  pause") + """
        09:06:00  ana ends m1               => m1 left ana, m1 ended agent-ended
        """);

    [Fact]
    public void Returns_with_the_rest_when_its_agent_is_gone() => Scenario.Run(Interrupted + """
        09:06:00  ana is signed out         => ana offline, c1 left ana, m1 left ana, c1 waiting Phone #1, m1 waiting Post #1
        """);

    [Fact]
    public void Is_not_interrupted_where_its_queue_says_so() => Scenario.Run("""
        queue Post   interruptible never
        queue Phone
        09:00:00  ana available
        09:00:01  m1 arrives Post as mail
        09:00:02  ana accepts m1
        09:05:00  c1 arrives Phone as call  => c1 waiting Phone #1
        """);
}
