using Centrala.Bench.Chat;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;

namespace Centrala.Bench.Floor;

/// <summary>A thousand people in forty teams, each of whom becomes something else every second; and contacts that wait.</summary>
sealed class RestlessFloor(BusyFloor floor) : IAsyncDisposable
{
    public const int People = 1_000;
    const int Teams = 40;
    const int Waiting = 100;
    const int Slices = 20;
    static readonly TimeSpan each = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource stop = new();
    readonly List<Guid> people = [];
    Task running = Task.CompletedTask;
    long changes;

    public long Changes => Interlocked.Read(ref changes);

    public async Task Begin()
    {
        Guid[] teams = [.. Enumerable.Range(0, Teams).Select(_ => Guid.CreateVersion7())];
        people.AddRange(Enumerable.Range(0, People).Select(_ => Guid.CreateVersion7()));
        await AddRows(teams);
        foreach (var team in teams) await floor.Configure(CellCommand.ConfigureTeam(team));
        for (var i = 0; i < People; i++)
        {
            await floor.Configure(CellCommand.ConfigureAgent(
                new() { Id = people[i], Team = teams[i % Teams], Partners = [floor.Slumber] }));
            await floor.Configure(CellCommand.Reconnect(people[i]));
        }
        // Nobody is a member of the other partner's queue: what arrives there waits.
        for (var i = 0; i < Waiting; i++)
            await floor.Configure(CellCommand.Arrive(
                new Arrival { Id = Guid.CreateVersion7(), Queue = 0, Channel = Channel.Chat, ArrivedAt = DateTimeOffset.UtcNow },
                floor.Cables));
        running = Stir();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    /// <summary>Spread over the second, as people are.</summary>
    async Task Stir()
    {
        using var timer = new PeriodicTimer(each / Slices);
        for (var turn = 0; await timer.WaitForNextTickAsync(stop.Token); turn++)
        {
            var state = turn / Slices % 2 == 0 ? AgentState.Available : AgentState.Away;
            var slice = people.Where((_, place) => place % Slices == turn % Slices);
            await Task.WhenAll(slice.Select(person => floor.Cell.Send(CellCommand.ChooseState(person, state), stop.Token)));
            Interlocked.Add(ref changes, People / Slices);
        }
    }

    Task AddRows(Guid[] teams) => floor.Execute("""
        insert into team (id, word, name, last_edit)
        select id, 'team-' || place, 'Team ' || place, '' from unnest(@teams) with ordinality as t (id, place);
        insert into person (id, email, name, language, roles, partners, created_at)
        select id, 'bench-' || place || '@bench.example', 'Person Number ' || place, 'en', '{agent}', array[@Slumber::uuid], now()
        from unnest(@people) with ordinality as t (id, place);
        """, new { teams, people = people.ToArray(), floor.Slumber });
}
