namespace Centrala.Protocols.Sip;

/// <summary>Something that has to be done at an instant.</summary>
interface IDue
{
    /// <summary>Null when nothing is due.</summary>
    DateTimeOffset? Deadline { get; }

    /// <summary>Does what is due; its deadline must be later then, or none.</summary>
    void TimePassed(DateTimeOffset at);
}

/// <summary>Who is due when, the earliest first. What has changed its mind stays inside until its old instant and is passed over then.</summary>
sealed class Deadlines
{
    readonly PriorityQueue<IDue, (DateTimeOffset At, long Number)> waiting = new();
    long number;

    public DateTimeOffset? Next
    {
        get
        {
            while (waiting.TryPeek(out var due, out var key) && due.Deadline != key.At) waiting.Dequeue();
            return waiting.TryPeek(out _, out var first) ? first.At : null;
        }
    }

    /// <summary>To be called whenever the deadline has changed.</summary>
    public void Set(IDue due)
    {
        if (due.Deadline is { } at) waiting.Enqueue(due, (at, number++));
    }

    public void TimePassed(DateTimeOffset at)
    {
        while (Next is { } next && next <= at)
        {
            var due = waiting.Dequeue();
            due.TimePassed(at);
            Set(due);
        }
    }
}
