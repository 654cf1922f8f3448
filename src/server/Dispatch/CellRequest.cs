using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>Something that waits in memory for the cell's writer.</summary>
abstract class CellRequest
{
    /// <summary>Since when it waits, as a timestamp of the system's stopwatch.</summary>
    public long Since { get; } = TimeProvider.System.GetTimestamp();

    public bool WaitsLongerThan(TimeSpan patience) => TimeProvider.System.GetElapsedTime(Since) > patience;

    public abstract void Fail(Exception failure);
}

/// <summary>A command of somebody who waits for the decision.</summary>
/// <param name="beside">Stored with it; null for nothing.</param>
sealed class CommandRequest(CellCommand command, NpgsqlBatchCommand? beside) : CellRequest
{
    readonly TaskCompletionSource<Decision> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CellCommand Command => command;

    public NpgsqlBatchCommand? Beside => beside;

    public Task<Decision> Answer => answer.Task;

    public void Complete(Decision decision) => answer.TrySetResult(decision);

    public override void Fail(Exception failure) => answer.TrySetException(failure);
}

/// <summary>A question about the live state.</summary>
abstract class Question : CellRequest
{
    public abstract void Ask(in CellView view);
}

sealed class Question<T>(Func<CellView, T> question) : Question
{
    readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => answer.Task;

    public override void Ask(in CellView view)
    {
        try
        {
            answer.TrySetResult(question(view));
        }
        // A question that fails is the asker's bug and the asker's alone: the writer goes on.
        catch (Exception failure)
        {
            answer.TrySetException(failure);
        }
    }

    public override void Fail(Exception failure) => answer.TrySetException(failure);
}
