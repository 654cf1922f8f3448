using Xunit;

namespace Centrala.Core.Tests.Routing;

public class Queues_that_share_waiting_places
{
    [Fact]
    public void Are_full_together() => Scenario.Run("""
        queue Phone  places 2
        queue Sales  shares-places-of Phone
        09:00:00  c1 arrives Phone  => c1 waiting Phone #1
        09:00:01  c2 arrives Sales  => c2 waiting Sales #1
        09:00:02  c3 arrives Sales  => c3 ended queue-full
        09:00:03  c4 arrives Phone  => c4 ended queue-full
        09:00:04  c1 leaves         => c1 ended abandoned
        09:00:05  c5 arrives Sales  => c5 waiting Sales #2
        """);

    [Fact]
    public void Keep_their_own_limits_too() => Scenario.Run("""
        queue Phone  places 5
        queue Sales  places 1  shares-places-of Phone
        09:00:00  c1 arrives Sales  => c1 waiting Sales #1
        09:00:01  c2 arrives Sales  => c2 ended queue-full
        09:00:02  c3 arrives Phone  => c3 waiting Phone #1
        """);

    [Fact]
    public void Are_apart_again_when_the_settings_say_so() => Scenario.Run("""
        queue Phone  places 1
        queue Sales  shares-places-of Phone
        09:00:00  c1 arrives Phone  => c1 waiting Phone #1
        queue Sales
        09:00:01  c2 arrives Sales  => c2 waiting Sales #1
        """);
}
