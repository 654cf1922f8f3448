using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>What the cell's writer in this program does now.</summary>
public enum CellStatus
{
    /// <summary>Reads snapshot and journal, or waits for the database.</summary>
    Starting,

    /// <summary>Another program writes; this one takes over when that one goes.</summary>
    StandsBy,

    /// <summary>Decides.</summary>
    Writes,

    /// <summary>The journal is not what was written: somebody has to look.</summary>
    Damaged,

    Stopped,
}

/// <summary>
/// The router for the rest of the program: send a command, ask a question, hear what was decided. Everything goes to
/// one writer, who answers only what is stored.
/// </summary>
public sealed class Cell(ILogger<Cell> log) : IDisposable
{
    /// <summary>The one cell of a centre that was not split.</summary>
    public const short Default = 1;

    /// <summary>Commands and questions that may wait in memory.</summary>
    public const int WaitingMax = 8192;

    /// <summary>How long a request waits for a writer to come, over a restart or a take-over.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly Queue<CellRequest> waiting = [];
    readonly Lock gate = new();
    int inboxWaits = 1;

    /// <summary>Commits, in order, on the writer's thread right after the commit: be quick, or hand on. The view is lent.</summary>
    public event Action<Publication, CellView>? Published;

    /// <summary>A writer began: the view is what it recovered. Whoever keeps a memory of state builds it anew from here.</summary>
    public event Action<CellView>? Recovered;

    public CellStatus Status { get; internal set; }

    /// <summary>What an operator should know about the status; null when there is nothing to say.</summary>
    public string? StatusDetail { get; internal set; }

    /// <summary>Of the last record that this program stored or recovered.</summary>
    public long Sequence { get; internal set; }

    internal Signal Work { get; } = new();

    /// <summary>Has the router decide.</summary>
    /// <returns>After the commit: the events, or the router's refusal.</returns>
    /// <exception cref="UnavailableException">Nobody writes now, too much waits, or the database went away; then whether
    /// the command was stored is unknown, and the next question shows it.</exception>
    public Task<Decision> Send(CellCommand command, CancellationToken cancel) => Send(command, null, cancel);

    /// <param name="beside">Stored in the same transaction as what is decided, where something is; it must not fail, or it would
    /// take the decisions of others along.</param>
    /// <inheritdoc cref="Send(CellCommand, CancellationToken)"/>
    public Task<Decision> Send(CellCommand command, NpgsqlBatchCommand? beside, CancellationToken cancel)
    {
        var request = new CommandRequest(command, beside);
        Add(request);
        return request.Answer.WaitAsync(cancel);
    }

    /// <summary>Asks the live state, on the writer's thread between two commits. Be quick, and return copies.</summary>
    /// <exception cref="UnavailableException">Nobody writes now.</exception>
    public Task<T> Read<T>(Func<CellView, T> question, CancellationToken cancel)
    {
        var request = new Question<T>(question);
        Add(request);
        return request.Answer.WaitAsync(cancel);
    }

    /// <summary>Says that the inbox has a new, committed row. Without it the row is seen a moment later.</summary>
    public void Wake()
    {
        Volatile.Write(ref inboxWaits, 1);
        Work.Raise();
    }

    public void Dispose() => Work.Dispose();

    internal bool TakeInboxSignal() => Interlocked.Exchange(ref inboxWaits, 0) == 1;

    internal void Publish(Publication publication, CellView view) => Tell(Published, hear => hear(publication, view));

    internal void TellRecovered(CellView view) => Tell(Recovered, hear => hear(view));

    internal void Take(List<CellRequest> into, int most)
    {
        lock (gate)
            while (into.Count < most && waiting.TryDequeue(out var request)) into.Add(request);
    }

    /// <summary>Refuses what has waited too long for somebody to take it.</summary>
    internal void RefuseImpatient(Problem problem, TimeSpan patience)
    {
        while (TakeImpatient(patience) is { } request) request.Fail(new UnavailableException(problem));
    }

    void Add(CellRequest request)
    {
        lock (gate)
        {
            if (Status == CellStatus.Stopped) throw new UnavailableException(DispatchProblems.NoWriter);
            if (waiting.Count >= WaitingMax) throw new UnavailableException(DispatchProblems.TooBusy);
            waiting.Enqueue(request);
        }
        Work.Raise();
    }

    // What is stored is stored: a listener that fails neither undoes it nor keeps it from the others.
    void Tell<TListener>(TListener? listeners, Action<TListener> tell) where TListener : Delegate
    {
        foreach (var listener in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                tell(listener);
            }
            catch (Exception failure)
            {
                DispatchLog.ListenerFailed(log, failure, listener.Method.DeclaringType?.Name);
            }
        }
    }

    CellRequest? TakeImpatient(TimeSpan patience)
    {
        lock (gate)
            return waiting.TryPeek(out var oldest) && oldest.WaitsLongerThan(patience) ? waiting.Dequeue() : null;
    }
}
