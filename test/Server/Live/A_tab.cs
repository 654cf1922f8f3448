using System.Collections.Frozen;
using Centrala.Server.Access;
using Centrala.Server.Live;

namespace Centrala.Server.Tests.Live;

public class A_tab
{
    readonly LiveConnection tab = new("tab", new SignedIn(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, DateTimeOffset.MaxValue,
        new Actor(ActorKind.Staff, Guid.CreateVersion7(), FrozenSet<string>.Empty, FrozenSet<Guid>.Empty, true, FrozenSet<Permission>.Empty)));

    [Fact]
    public async Task Gets_its_messages_numbered_from_one_without_a_gap()
    {
        for (var i = 0; i < 3; i++) tab.Enqueue(Message($"{i}"));
        Assert.Equal((1, 2, 3), ((await Next())!.N, (await Next())!.N, (await Next())!.N));
    }

    [Fact]
    public async Task Gets_only_the_newest_of_messages_that_replace_each_other()
    {
        tab.Enqueue(Message("old", key: "desk"));
        tab.Enqueue(Message("between"));
        tab.Enqueue(Message("new", key: "desk"));
        Assert.Equal(("new", "between"), ((await Next())!.Data, (await Next())!.Data));
    }

    [Fact]
    public async Task Is_dropped_when_its_browser_is_too_slow_instead_of_missing_something()
    {
        for (var i = 0; i <= LiveConnection.WaitingMax; i++) tab.Enqueue(Message($"{i}"));
        Assert.Null(await Next());
    }

    [Fact]
    public void Watches_no_more_than_its_limit()
    {
        for (var i = 0; i < LiveConnection.TopicsMax; i++) Assert.True(tab.Watch($"conversation:{i}"));
        Assert.False(tab.Watch("conversation:one too many"));
        Assert.False(tab.Watches("conversation:one too many"));
    }

    static ForPerson Message(string data, string? key = null) => new(Guid.Empty, "test", 1, data, key);

    Task<LiveConnection.Numbered?> Next() => tab.Next(TestContext.Current.CancellationToken);
}
