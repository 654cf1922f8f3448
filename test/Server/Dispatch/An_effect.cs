using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Server.Tests.Dispatch;

public sealed class An_effect(PostgresServer postgres)
{
    [Fact]
    public async Task Is_told_every_event_in_order_again_after_a_failure_and_not_again_after_a_restart()
    {
        var ring = new Ring { FailsOnce = true };
        await using var centre = await TestCentre.Start(
            postgres, configure: builder => builder.Services.AddSingleton<Effect>(ring));
        var floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
        var first = await floor.Arrives();
        await floor.Becomes(first, ContactState.Waiting);
        await Until.True(() => ring.Heard.Count == 2);

        await centre.Restart();
        floor = new SmallFloor(centre.Service<Cell>(), centre.Database) { Queue = floor.Queue };
        var second = await floor.Arrives();
        await Until.True(() => ring.Heard.Count == 3);

        Assert.Equal([first, first, second], ring.Heard.Select(notice => notice.Contact));
        var numbers = ring.Heard.Select(notice => notice.Number).ToArray();
        Assert.Equal(numbers[0], numbers[1]);
        Assert.True(numbers[2].Sequence > numbers[1].Sequence);
    }

    /// <summary>Rings for every arrival, and fails the first time.</summary>
    sealed class Ring : Effect
    {
        public bool FailsOnce { get; set; }

        public ConcurrentQueue<Notice> Heard { get; } = new();

        public override string Name => "ring";

        public override bool Concerns(EventKind kind) => kind == EventKind.Arrived;

        public override Task Carry(Notice notice, CancellationToken cancel)
        {
            Heard.Enqueue(notice);
            if (!FailsOnce) return Task.CompletedTask;
            FailsOnce = false;
            throw new IOException("The bell is broken.");
        }
    }
}
