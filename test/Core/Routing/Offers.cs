using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_unanswered_offer
{
    [Fact]
    public void Returns_to_the_front_of_its_queue_and_makes_the_agent_unavailable() => Scenario.Run("""
        queue Billing  needs billing>=2  offer-timeout 20s
        09:00:00  ana available  billing 3
        09:00:05  c1 arrives Billing     => c1 offered ana
        09:00:25  time passes            => c1 unanswered ana, ana unavailable no-answer, c1 waiting Billing #1
        09:00:26  ben available  billing 2 => c1 offered ben
        """);
}
