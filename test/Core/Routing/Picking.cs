using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_agent_who_picks
{
    [Fact]
    public void Gets_a_contact_whatever_its_rank() => Scenario.Run("""
        queue Post  picking  needs post>=2  offer-timeout 10m
        09:00:00  m1 arrives Post as task
        09:00:01  m2 arrives Post as task
        09:00:02  m3 arrives Post as task
        09:00:03  ana available  post 3  holds task:30/3  => m1 offered ana, m2 offered ana, m3 offered ana
        09:00:04  ana refuses m2          => m2 refused ana, m2 waiting Post #1
        09:00:05  ana picks m2            => m2 picked ana, m2 connected ana
        """);

    [Fact]
    public void May_do_so_only_where_the_queue_lets_him() => Scenario.Run("""
        queue Post  offer-timeout 10m
        09:00:00  m1 arrives Post as mail
        09:00:01  ana available           => m1 offered ana
        09:00:02  ana refuses m1          => m1 refused ana, m1 waiting Post #1
        09:00:03  ana picks m1            => refused picking-not-allowed
        """);

    [Fact]
    public void Must_fit_the_step_in_force() => Scenario.Run("""
        queue Post  picking  needs post>=2 for 1m then post>=1
        09:00:00  ana available  post 1
        09:00:01  m1 arrives Post as task  => m1 waiting Post #1
        09:00:02  ana picks m1             => refused not-eligible
        """);

    [Fact]
    public void Must_have_room() => Scenario.Run("""
        queue Phone  picking
        09:00:00  ana available
        09:00:01  c1 arrives Phone as call
        09:00:02  ana accepts c1
        09:00:03  c2 arrives Phone as call  => c2 waiting Phone #1
        09:00:04  ana picks c2              => refused no-room
        """);

    [Fact]
    public void Must_be_available() => Scenario.Run("""
        queue Post  picking
        09:00:00  ana available
        09:00:01  ana away
        09:00:02  m1 arrives Post as mail  => m1 waiting Post #1
        09:00:03  ana picks m1             => refused agent-not-available
        """);

    [Fact]
    public void Cannot_pick_what_somebody_else_is_offered() => Scenario.Run("""
        queue Post  picking
        09:00:00  ben available
        09:00:01  m1 arrives Post as mail  => m1 offered ben
        09:00:02  ana available
        09:00:03  ana picks m1             => refused not-waiting
        """);

    [Fact]
    public void Stays_free_for_a_strict_queue() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop  picking
        09:00:00  ana available
        09:00:01  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:02  ana picks c1             => refused held-back
        """);
}
