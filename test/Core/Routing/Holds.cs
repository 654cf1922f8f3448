using Xunit;

namespace Centrala.Core.Tests.Routing;

public class A_strict_queue
{
    [Fact]
    public void Keeps_its_last_agents_free() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop
        09:00:00  ana available
        09:00:01  ben available
        09:00:02  c1 arrives Shop as call  => c1 offered ana
        09:00:03  c2 arrives Shop as call  => c2 waiting Shop #1
        09:00:04  c2 still waits           => ana no-room, ben held-back
        09:00:05  c3 arrives Gate as call  => c3 offered ben
        """);

    [Fact]
    public void Lets_them_go_when_one_more_is_free() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop  needs shop>=2
        09:00:00  ana available  shop 3
        09:00:01  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:02  ben available  shop 1    => c1 offered ana
        """);

    [Fact]
    public void Lets_them_go_when_it_closes() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop
        09:00:00  ana available
        09:00:01  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:02  Gate closes              => c1 offered ana
        """);

    [Fact]
    public void Lets_them_go_when_it_is_removed() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop
        09:00:00  ana available
        09:00:01  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:02  Gate is removed          => c1 offered ana
        """);

    [Fact]
    public void Lets_the_longest_idle_go_first() => Scenario.Run("""
        queue Gate  keeps 2 for calls anyone
        queue Shop
        08:59:00  cem available
        09:00:00  cem away
        09:00:01  ben available
        09:00:02  ana available
        09:00:03  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:04  cem available            => c1 offered ben
        """);

    [Fact]
    public void Keeps_nobody_who_has_room_only_for_less() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop
        09:00:00  ana available
        09:00:01  c1 arrives Shop   => c1 waiting Shop #1
        09:00:02  c2 arrives Gate   => c2 offered ana, c1 offered ana
        """);

    [Fact]
    public void Keeps_only_those_who_fit() => Scenario.Run("""
        queue Gate  keeps 1 for calls gate>=2
        queue Shop
        09:00:00  ana available  gate 3
        09:00:01  ben available  gate 1
        09:00:02  c1 arrives Shop as call  => c1 offered ben
        09:00:03  c2 arrives Shop as call  => c2 waiting Shop #1
        """);

    [Fact]
    public void Does_not_keep_back_whom_a_person_names() => Scenario.Run("""
        queue Gate  keeps 1 for calls anyone
        queue Shop
        09:00:00  ana available
        09:00:01  c1 arrives Shop as call  => c1 waiting Shop #1
        09:00:02  ana is given c1          => c1 offered ana
        """);
}
