using System.Collections.Frozen;
using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Centrala.Testing;

namespace Centrala.Server.Tests.Dispatch;

public sealed class An_agents_connection(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_what_the_router_hears_from_the_first_tab_to_the_last()
    {
        await using var centre = await TestCentre.Start(postgres);
        var floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
        var stream = centre.Service<LiveStream>();
        stream.Add(Tab("a", floor.Agent));
        stream.Add(Tab("b", floor.Agent));
        await Until.True(() => IsConnected(centre, floor.Agent));

        stream.Remove("a");
        stream.Remove("b");
        await Until.True(async () => !await IsConnected(centre, floor.Agent));
    }

    [Fact]
    public async Task Counts_as_lost_when_the_program_was_away_until_a_tab_comes_back()
    {
        await using var centre = await TestCentre.Start(postgres);
        var floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
        await floor.AgentIsAvailable();

        await centre.Restart();

        await Until.True(async () => !await IsConnected(centre, floor.Agent));
        centre.Service<LiveStream>().Add(Tab("c", floor.Agent));
        await Until.True(() => IsConnected(centre, floor.Agent));
    }

    static Task<bool> IsConnected(TestCentre centre, Guid agent) => centre.Service<Cell>().Read(
        view => view.Router.Agent(view.Router.Directory.Agent(agent))!.IsConnected, Cancel);

    static LiveConnection Tab(string id, Guid person) => new(id, new SignedIn(
        Guid.CreateVersion7(), person, 1, DateTimeOffset.MaxValue, new Actor(
            ActorKind.Staff, person, FrozenSet<string>.Empty, FrozenSet<Guid>.Empty, false, FrozenSet<Permission>.Empty)));
}
