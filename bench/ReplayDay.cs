using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Npgsql;

namespace Centrala.Bench;

/// <summary>
/// A recorded day, as a writer would have left it: 400 agents in 40 queues, calls that come, wait, are taken and wrapped
/// up over 24 hours, with the snapshots that fall due.
/// </summary>
sealed class ReplayDay(NpgsqlConnection writer)
{
    public const int Records = 200_000;
    const int Agents = 400, Queues = 40, PerBatch = 2_000;

    readonly Router router = new();
    readonly Dice dice = new(7);
    readonly Queue<(int Contact, int Agent)> talks = [];
    Batch batch = null!;
    DateTimeOffset at = Start;

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public async Task Record()
    {
        batch = new(router, 0, Recovery.ChainStart);
        Configure();
        var snapshot = 0L;
        while (batch.Sequence < Records)
        {
            Live();
            if (batch.Records.Count < PerBatch) continue;
            await Store();
            if (batch.Sequence - snapshot < SnapshotTable.RecordsBetween) continue;
            await SnapshotTable.Store(writer, Cell.Default, RouterState.Of(router, batch.Sequence, batch.Hash), default);
            snapshot = batch.Sequence;
        }
        await Store();
    }

    /// <summary>One call comes; when too many talk, the first of them ends.</summary>
    void Live()
    {
        at += TimeSpan.FromMilliseconds(86_400_000L * 5 / Records);
        if (router.NextDeadline <= at) Do(Command.PassTime());
        Do(Command.Arrive(new() { Id = dice.Id(), Queue = dice.Throw(Queues), Channel = Channel.Call, ArrivedAt = at }));
        if (talks.Count < Agents) return;
        var (contact, agent) = talks.Dequeue();
        Do(Command.EndSegment(contact, agent));
        Do(Command.FinishWrapUp(contact, agent));
    }

    /// <summary>Whatever is offered is taken.</summary>
    void Do(in Command command)
    {
        var decision = batch.Apply(command, at);
        foreach (var happened in decision.Events)
        {
            if (happened.Kind != EventKind.Offered) continue;
            batch.Apply(Command.AcceptOffer(happened.Contact, happened.Agent), at);
            talks.Enqueue((happened.Contact, happened.Agent));
        }
    }

    void Configure()
    {
        var partner = Guid.CreateVersion7();
        Do(Command.ConfigurePartner(partner));
        Guid[] queues = [.. Enumerable.Range(0, Queues).Select(_ => dice.Id())];
        foreach (var queue in queues) Do(Command.ConfigureQueue(new() { Id = queue, Partner = partner }));
        for (var agent = 1; agent <= Agents; agent++)
        {
            Guid[] his = [.. Enumerable.Range(0, 4).Select(_ => queues[dice.Throw(Queues) - 1]).Distinct()];
            Do(Command.ConfigureAgent(new() { Id = dice.Id(), Partners = [partner], Queues = his }));
            Do(Command.Reconnect(agent));
            Do(Command.ChooseState(agent, AgentState.Available));
        }
    }

    /// <summary>As a writer appends, by the statement that a writer uses.</summary>
    async Task Store()
    {
        var records = batch.Records;
        await using var append = new NpgsqlCommand("select append_records($1, 0, $2, $3, $4, $5, $6, $7, $8, $9)", writer)
        {
            Parameters =
            {
                new() { Value = Cell.Default },
                new() { Value = records[0].Sequence - 1 },
                new() { Value = records.Select(record => record.At).ToArray() },
                new() { Value = records.Select(record => record.Command.ToArray()).ToArray() },
                new() { Value = records.Select(record => record.Events.ToArray()).ToArray() },
                new() { Value = records.Select(record => record.Hash).ToArray() },
                new() { Value = (short)Journal.Version },
                new() { Value = JournalRecord.PresentRules },
                new() { Value = at },
            },
        };
        await append.ExecuteNonQueryAsync();
        batch = new(router, batch.Sequence, batch.Hash);
    }
}
