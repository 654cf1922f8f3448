using Xunit;

namespace Centrala.Core.Tests.Routing;

public class Turns_by_weight
{
    [Fact]
    public void Give_each_his_share() => Scenario.Run("""
        queue Shop  selection weighted-turns  auto-accept  wrap-up none
        09:00:00  ana available  weight 20
        09:00:01  ben available  weight 10
        09:00:02  c1 arrives Shop  => c1 offered ana, c1 connected ana
        09:00:03  c2 arrives Shop  => c2 offered ben, c2 connected ben
        09:00:04  c3 arrives Shop  => c3 offered ana, c3 connected ana
        09:00:05  c4 arrives Shop  => c4 offered ben, c4 connected ben
        09:00:06  c5 arrives Shop  => c5 offered ana, c5 connected ana
        09:00:07  c6 arrives Shop  => c6 offered ana, c6 connected ana
        """);

    [Fact]
    public void Do_not_make_up_for_a_late_start() => Scenario.Run("""
        queue Shop  selection weighted-turns  auto-accept  wrap-up none
        09:00:00  ana available
        09:00:01  c1 arrives Shop  => c1 offered ana, c1 connected ana
        09:00:02  c2 arrives Shop  => c2 offered ana, c2 connected ana
        09:00:03  ben available
        09:00:04  c3 arrives Shop  => c3 offered ben, c3 connected ben
        09:00:05  c4 arrives Shop  => c4 offered ben, c4 connected ben
        09:00:06  c5 arrives Shop  => c5 offered ana, c5 connected ana
        """);
}

public class An_agent_of_the_longest_queue
{
    [Fact]
    public void Takes_from_where_most_wait() => Scenario.Run("""
        queue Vip    base 1000000
        queue Shop
        09:00:00  c1 arrives Vip
        09:00:01  c2 arrives Shop
        09:00:02  c3 arrives Shop
        09:00:03  ana available  takes longest  holds chat:50/2  => c2 offered ana, c1 offered ana
        """);

    [Fact]
    public void Takes_first_what_was_sent_to_him() => Scenario.Run("""
        queue Shop
        09:00:00  ana available  takes longest  holds chat:100/1
        09:00:01  c1 arrives Shop
        09:00:02  ana accepts c1
        09:00:03  c2 arrives Shop
        09:00:04  c3 arrives Shop
        09:00:05  ana is given c3   => c3 waiting for ana
        09:00:06  ana ends c1       => c1 wrap-up ana, c1 ended agent-ended
        09:00:07  ana wraps up c1   => c1 done ana, c3 offered ana
        """);
}
