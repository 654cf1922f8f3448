using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_agent_who_has_just_signed_in
{
    [Fact]
    public void Gets_his_offers_one_by_one() => Scenario.Run("""
        cell ramp-in 10m ramp-in-pause 30s
        queue Chats  offer-timeout 5m
        09:00:00  c1 arrives Chats
        09:00:01  c2 arrives Chats
        09:00:02  c3 arrives Chats
        09:00:10  ana available      => c1 offered ana
        09:00:20  c2 still waits     => ana ramping-in
        09:00:39  time passes        => nothing
        09:00:40  time passes        => c2 offered ana
        09:01:10  time passes        => c3 offered ana
        """);

    [Fact]
    public void Is_treated_like_the_others_after_a_while() => Scenario.Run("""
        cell ramp-in 10m ramp-in-pause 30s
        queue Chats  offer-timeout 5m
        09:00:00  ana available
        09:10:01  c1 arrives Chats   => c1 offered ana
        09:10:02  c2 arrives Chats   => c2 offered ana
        """);

    [Fact]
    public void Leaves_what_he_may_not_have_yet_to_a_colleague() => Scenario.Run("""
        cell ramp-in 10m ramp-in-pause 30s
        queue Chats  offer-timeout 5m
        08:00:00  ben available
        09:00:00  ben away
        09:00:00  ana available
        09:00:01  c1 arrives Chats   => c1 offered ana
        09:00:02  c2 arrives Chats   => c2 waiting Chats #1
        09:00:03  ben available      => c2 offered ben
        """);
}
