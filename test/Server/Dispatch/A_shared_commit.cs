using System.Collections.Concurrent;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Npgsql;

namespace Centrala.Server.Tests.Dispatch;

public class A_shared_commit
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_each_caller_with_its_own_answer()
    {
        await using var group = new GroupCommit<int, int>("test", (batch, _) => Doubled(batch));
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(item => group.Add(item, Cancel)));
        Assert.Equal(Enumerable.Range(0, 1000).Select(item => 2 * item), answers);
    }

    [Fact]
    public async Task Takes_everything_that_came_while_the_commit_before_ran()
    {
        var batches = new List<int>();
        var first = new TaskCompletionSource();
        await using var group = new GroupCommit<int, int>("test", async (batch, _) =>
        {
            batches.Add(batch.Count);
            await first.Task;
            return await Doubled(batch);
        });
        var adding = new List<Task<int>> { group.Add(0, Cancel) };
        while (batches.Count == 0) await Task.Yield();
        adding.AddRange(Enumerable.Range(1, GroupCommit<int, int>.BatchMax + 10).Select(item => group.Add(item, Cancel)));
        first.SetResult();
        await Task.WhenAll(adding);
        Assert.Equal([1, GroupCommit<int, int>.BatchMax, 10], batches);
    }

    [Fact]
    public async Task Begins_beside_another_only_for_enough_items_and_never_more_than_were_allowed()
    {
        var (batches, gates) = (new ConcurrentQueue<int>(), new ConcurrentQueue<TaskCompletionSource>());
        await using var group = new GroupCommit<int, int>("test", async (batch, _) =>
        {
            var gate = new TaskCompletionSource();
            gates.Enqueue(gate);
            batches.Enqueue(batch.Count);
            await gate.Task;
            return await Doubled(batch);
        }, commitsAtOnce: 2);
        const int enough = GroupCommit<int, int>.BesideMin;

        var adding = new List<Task<int>> { group.Add(0, Cancel) };
        await Until.True(() => batches.Count == 1);
        adding.AddRange(Enumerable.Range(1, enough - 1).Select(item => group.Add(item, Cancel)));
        Assert.Single(batches);
        adding.Add(group.Add(enough, Cancel));
        await Until.True(() => batches.Count == 2);
        adding.AddRange(Enumerable.Range(enough + 1, enough).Select(item => group.Add(item, Cancel)));
        Assert.Equal([1, enough], batches);

        Assert.True(gates.TryDequeue(out var first));
        first.SetResult();
        await Until.True(() => batches.Count == 3);
        foreach (var gate in gates) gate.SetResult();
        await Task.WhenAll(adding);
        Assert.Equal([1, enough, enough], batches);
    }

    [Fact]
    public async Task Keeps_the_good_items_beside_a_bad_one()
    {
        await using var group = new GroupCommit<int, int>("test", (batch, _) =>
            batch.Contains(7) ? throw Refused("23505") : Doubled(batch));
        var adding = Enumerable.Range(0, 20).Select(item => group.Add(item, Cancel)).ToArray();
        await Assert.ThrowsAsync<PostgresException>(() => adding[7]);
        Assert.Equal(38, await adding[19]);
    }

    [Theory]
    [InlineData("53100", "storage-full")]
    [InlineData("58030", "storage-full")]
    [InlineData("57P01", "storage-unavailable")]
    public async Task Refuses_everybody_once_when_the_database_cannot_keep_anything_and_recovers(string state, string problem)
    {
        var attempts = 0;
        var full = true;
        await using var group = new GroupCommit<int, int>("test", (batch, _) =>
        {
            attempts++;
            return full ? throw Refused(state) : Doubled(batch);
        });
        var refusal = await Assert.ThrowsAsync<UnavailableException>(() => group.Add(1, Cancel));
        Assert.Equal(problem, refusal.Problem.Name);
        Assert.Equal(1, attempts);
        full = false;
        Assert.Equal(2, await group.Add(1, Cancel));
    }

    [Fact]
    public async Task Refuses_at_once_when_too_much_waits()
    {
        var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var group = new GroupCommit<int, int>("test", async (batch, _) =>
        {
            began.TrySetResult();
            await release.Task;
            return await Doubled(batch);
        });
        var first = group.Add(0, Cancel);
        // From here on nothing is taken out of the line.
        await began.Task;
        var waiting = Enumerable.Range(1, GroupCommit<int, int>.WaitingMax).Select(item => group.Add(item, Cancel)).ToArray();
        var refusal = await Assert.ThrowsAsync<UnavailableException>(() => group.Add(-1, Cancel));
        Assert.Equal("too-busy", refusal.Problem.Name);
        release.SetResult();
        Assert.Equal(0, await first);
        Assert.Equal(waiting.Length, (await Task.WhenAll(waiting)).Length);
    }

    static Task<IReadOnlyList<int>> Doubled(IReadOnlyList<int> batch) =>
        Task.FromResult<IReadOnlyList<int>>([.. batch.Select(item => 2 * item)]);

    static PostgresException Refused(string state) => new("refused", "ERROR", "ERROR", state);
}
