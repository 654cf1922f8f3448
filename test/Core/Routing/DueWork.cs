using Xunit;

namespace Centrala.Core.Tests.Routing;

public class Work_that_is_due
{
    [Fact]
    public void Waits_from_its_due_time_minus_the_lead() => Scenario.Run("""
        queue Office  due-lead 2h
        09:00:00  t1 arrives Office as task due 17:00:00  => t1 waiting Office #1
        09:00:01  t2 arrives Office as task due 11:30:00  => t2 waiting Office #1
        12:00:00  t3 arrives Office as task               => t3 waiting Office #2
        12:00:01  ana available  => t2 offered ana, t3 offered ana
        """);

    [Fact]
    public void Is_done_early_when_there_is_nothing_else() => Scenario.Run("""
        queue Office  due-lead 2h
        09:00:00  ana available
        09:00:01  t1 arrives Office as task due 17:00:00  => t1 offered ana
        """);

    [Fact]
    public void Outranks_what_came_later_once_it_is_pressing() => Scenario.Run("""
        queue Office  due-lead 2h
        queue Post  offer-timeout 3h
        09:00:00  t1 arrives Office as task due 12:00:00
        09:30:00  m1 arrives Post as task
        10:30:00  ana available  holds task:100/1  => m1 offered ana
        11:00:00  m2 arrives Post as task
        11:30:00  ana refuses m1  => m1 refused ana, t1 offered ana, m1 waiting Post #1
        """);
}
