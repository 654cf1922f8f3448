using Centrala.Core.Routing;
using Centrala.Server.Dispatch;

namespace Centrala.Simulation.Tests;

/// <summary>
/// A seed's world: two programs, one store, customers and agents, on one thread. What happens next, how long it takes and
/// what fails is drawn from the seed, so that a seed is always the same story.
/// </summary>
sealed class World
{
    const int NodesMax = 2;

    readonly Random random;
    readonly Outside outside;
    readonly List<Operation> pending = [];
    readonly List<Node> nodes = [];
    readonly List<(Node Node, Task<Decision> Answer)> asked = [];

    public World(int seed, Fault fault = Fault.None)
    {
        random = new(seed);
        Store = new(Checker, fault);
        outside = new(this, random);
    }

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public Checker Checker { get; } = new();

    public SimulatedStore Store { get; }

    /// <summary>Lives through the story: a good beginning, whatever may fail, and what must be well once it has passed.</summary>
    /// <exception cref="SimulationException">Something does not hold that must.</exception>
    public void Live(int steps)
    {
        StartNode();
        foreach (var command in outside.Settings())
        {
            AskNode(command);
            Calm();
        }
        for (var step = 0; step < steps; step++)
        {
            Step();
            Listen();
        }
        Heal();
    }

    /// <summary>An operation of a node that ends when the world says so.</summary>
    public Task<T> Ask<T>(Node node, Func<T> effect) => Begin(node, mayFail: true, effect);

    public Task Do(Node node, Action effect) => Begin(node, mayFail: true, () => Nothing(effect));

    /// <summary>The node has nothing to do until its next turn.</summary>
    public Task Wait(Node node) => Begin(node, mayFail: false, () => true);

    Task<T> Begin<T>(Node? owner, bool mayFail, Func<T> effect)
    {
        var operation = new Operation<T>(owner, mayFail, effect);
        pending.Add(operation);
        return operation.Task;
    }

    void Step()
    {
        switch (random.Next(200))
        {
            case < 110: EndOne(); break;
            case < 150: PutIn(outside.FromCustomer()); break;
            case < 175: AskNode(outside.FromAgent()); break;
            case < 190: Pass(TimeSpan.FromMilliseconds(random.Next(8) == 0 ? random.Next(60_000) : random.Next(2_000))); break;
            case < 193: StartNode(); break;
            case < 196: Crash(Any(nodes)); break;
            case < 197: while (nodes.Count > 0) Crash(nodes[0]); break; // A power cut.
            case < 199: Any(nodes)?.Time.Set(TimeSpan.FromSeconds(random.Next(-600, 600))); break;
            default: Repeat(); break;
        }
        if (nodes.Count == 0 && random.Next(5) == 0) StartNode();
    }

    void EndOne()
    {
        if (pending.Count == 0) return;
        var operation = pending[random.Next(pending.Count)];
        pending.Remove(operation);
        operation.End(!operation.MayFail ? Ending.Done : random.Next(30) switch
        {
            0 => Ending.Refused,
            1 => Ending.Unknown,
            _ => Ending.Done,
        });
    }

    void StartNode()
    {
        if (nodes.Count == NodesMax) return;
        var node = new Node(this);
        nodes.Add(node);
        _ = node.Live();
    }

    /// <summary>Nobody hears of what it had asked for; it may be done or not.</summary>
    void Crash(Node? node)
    {
        if (node is null) return;
        nodes.Remove(node);
        asked.RemoveAll(one => one.Node == node);
        foreach (var operation in pending.Where(operation => operation.Owner == node).ToArray())
        {
            pending.Remove(operation);
            operation.EndUnheard(random.Next(2) == 0);
        }
    }

    void PutIn(CellCommand command)
    {
        var row = new InboxRow(Store.NextRow(), Inbox.Encoded(command), Now);
        var intake = Begin(null, mayFail: true, () => Nothing(() => Store.PutIn(row)));
        intake.ContinueWith(
            _ => Checker.Accepted(row.Id, command), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    void Repeat()
    {
        if (Store.Oldest(1) is [var row] && Inbox.Decoded(row.Bytes) is { What.Kind: CommandKind.Arrive } arrival) PutIn(arrival);
    }

    void AskNode(CellCommand command)
    {
        if (Any(nodes) is { } node) asked.Add((node, node.Cell.Send(command, CancellationToken.None)));
    }

    /// <summary>What was answered is looked at as the asker would.</summary>
    void Listen()
    {
        foreach (var node in nodes)
            if (node.Bug is { } bug) throw bug as SimulationException ?? new SimulationException(bug.ToString());
        foreach (var (_, answer) in asked)
            if (answer.IsCompletedSuccessfully) Checker.Answered(answer.GetAwaiter().GetResult());
        asked.RemoveAll(one => one.Answer.IsCompleted);
    }

    void Pass(TimeSpan time)
    {
        Now += time;
        foreach (var node in nodes) node.Time.Pass(time);
    }

    /// <summary>Everything under way ends well, until there is nothing left to do.</summary>
    void Calm()
    {
        for (var turns = 0; turns < 12; turns++)
        {
            foreach (var operation in pending.ToArray())
            {
                pending.Remove(operation);
                operation.End(Ending.Done);
            }
            Listen();
        }
    }

    /// <summary>All failures are over: one program takes everything up, and answers.</summary>
    void Heal()
    {
        while (nodes.Count > 0) Crash(nodes[0]);
        Calm();
        StartNode();
        for (var turns = 0; turns < 60 && Store.Waiting > 0; turns++)
        {
            Pass(TimeSpan.FromSeconds(1));
            Calm();
        }
        Checker.Holds(Store.Waiting == 0, "the inbox is not taken up when all is well again");
        Checker.IsComplete();
        var (cell, state) = (nodes[0].Cell, "");
        var last = cell.Send(CellCommand.ConfigureTeam(Guid.AllBitsSet), CancellationToken.None);
        var read = cell.Read(view => state = Convert.ToHexString(Snapshot.Hash(view.Router)), CancellationToken.None);
        Calm();
        Checker.Holds(last.IsCompletedSuccessfully && last.Result.Done, "nobody answers when all is well again");
        Checker.Holds(read.IsCompleted && state == Convert.ToHexString(Snapshot.Hash(Checker.Router)),
            "the program's state is not that of its journal");
    }

    Node? Any(List<Node> some) => some.Count == 0 ? null : some[random.Next(some.Count)];

    static bool Nothing(Action effect)
    {
        effect();
        return true;
    }
}
