using Npgsql;

namespace Centrala.Simulation.Tests;

/// <summary>How something that is under way ends.</summary>
enum Ending
{
    Done,

    /// <summary>Nothing was done, and the asker hears of it.</summary>
    Refused,

    /// <summary>It was done, and the asker hears that it failed.</summary>
    Unknown,
}

/// <summary>Something that was asked of the store and is under way: the world decides when it ends, and how.</summary>
/// <param name="owner">Whoever asked: with its crash nobody hears the end. Null: somebody outside.</param>
/// <param name="mayFail">False for what only waits for its turn.</param>
abstract class Operation(Node? owner, bool mayFail)
{
    public Node? Owner => owner;

    public bool MayFail => mayFail;

    public abstract void End(Ending ending);

    /// <summary>Its asker is gone; whether it was done is the world's choice.</summary>
    public abstract void EndUnheard(bool done);
}

sealed class Operation<T>(Node? owner, bool mayFail, Func<T> effect) : Operation(owner, mayFail)
{
    // Whoever waits goes on at once, on the world's one thread: the order is the world's alone.
    readonly TaskCompletionSource<T> end = new();

    public Task<T> Task => end.Task;

    public override void End(Ending ending)
    {
        try
        {
            if (ending == Ending.Refused) throw Broken;
            var result = effect();
            if (ending == Ending.Unknown) throw Broken;
            end.SetResult(result);
        }
        catch (Exception failure) when (failure is not SimulationException)
        {
            end.SetException(failure);
        }
    }

    public override void EndUnheard(bool done)
    {
        try
        {
            if (done) effect();
        }
        catch (Exception failure) when (failure is not SimulationException)
        {
            // It was refused, and nobody is there to hear it.
        }
    }

    static NpgsqlException Broken => new("The line broke.", new IOException());
}

/// <summary>Something does not hold that must.</summary>
sealed class SimulationException(string what) : Exception(what);
