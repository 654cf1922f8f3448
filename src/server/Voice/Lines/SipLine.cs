using System.Collections.Concurrent;
using System.Diagnostics;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>
/// Drives the user agent: one at a time, whoever has bytes, work or the time. Work that comes from other threads is posted
/// and done on a thread of its own, which also watches the clock.
/// </summary>
sealed class SipLine : IDisposable
{
    /// <summary>The clock is looked at so often at least: the shortest timer of SIP is ten times as long.</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);

    readonly Lock turn = new();
    readonly ConcurrentQueue<Action<DateTimeOffset>> posted = new();
    readonly SemaphoreSlim work = new(0);
    readonly Action<CallEvent, DateTimeOffset> told;
    readonly Action<Transmit> send;
    readonly ILogger log;
    readonly TimeProvider time;
    readonly DateTimeOffset start;
    readonly long startedAt;
    readonly Thread thread;
    int isWoken;
    long passedAt;
    volatile bool isOver;

    /// <param name="told">Hears what is no sending; may use the agent.</param>
    /// <param name="send">Must not wait.</param>
    public SipLine(UserAgent agent, TimeProvider time, Action<CallEvent, DateTimeOffset> told, Action<Transmit> send, ILogger log)
    {
        (Agent, this.time, this.told, this.send, this.log) = (agent, time, told, send, log);
        (start, startedAt) = (time.GetUtcNow(), time.GetTimestamp());
        thread = new(Watch) { IsBackground = true, Name = "voice signalling" };
    }

    /// <summary>Only for those who have the turn.</summary>
    public UserAgent Agent { get; }

    /// <summary>Asked at every look at the clock, with the turn.</summary>
    public event Action<DateTimeOffset>? Passing;

    /// <summary>Wall clock at the start plus what has passed since: it never goes back.</summary>
    DateTimeOffset Now => start + time.GetElapsedTime(startedAt);

    public void Start() => thread.Start();

    public void Receive(ReadOnlySpan<byte> datagram, Hop from)
    {
        lock (turn)
        {
            var at = Now;
            try
            {
                Agent.Receive(datagram, from, at);
                Drain(at);
            }
            // A mistake of ours over one message must not take the other calls along.
            catch (Exception mistake)
            {
                VoiceLog.TurnFailed(log, mistake);
            }
        }
    }

    /// <summary>Has something done with the turn, soon; returns at once.</summary>
    public void Post(Action<DateTimeOffset> act)
    {
        posted.Enqueue(act);
        Wake();
    }

    /// <summary>As <see cref="Post"/>, and tells when it is done.</summary>
    public Task<T> Ask<T>(Func<DateTimeOffset, T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(at =>
        {
            try
            {
                answer.SetResult(question(at));
            }
            // The asker is told, whatever it is.
            catch (Exception mistake)
            {
                answer.SetException(mistake);
            }
        });
        return answer.Task;
    }

    public void Dispose()
    {
        isOver = true;
        Wake();
        if (thread.IsAlive) thread.Join();
    }

    /// <summary>However much is posted meanwhile, the thread is woken once.</summary>
    void Wake()
    {
        if (Interlocked.Exchange(ref isWoken, 1) == 0) work.Release();
    }

    void Watch()
    {
        while (!isOver)
        {
            work.Wait(look);
            // A full fence: what is posted from here on wakes again, what was posted before is seen below.
            Interlocked.Exchange(ref isWoken, 0);
            lock (turn)
            {
                var at = Now;
                while (posted.TryDequeue(out var act)) Do(act, at);
                // By the machine's own clock: a test's may stand still.
                if (Stopwatch.GetElapsedTime(passedAt) >= look) Do(Pass, at);
            }
        }
    }

    void Pass(DateTimeOffset at)
    {
        passedAt = Stopwatch.GetTimestamp();
        Passing?.Invoke(at);
        Agent.TimePassed(at);
    }

    void Do(Action<DateTimeOffset> act, DateTimeOffset at)
    {
        try
        {
            act(at);
            Drain(at);
        }
        // As with a message: whatever it is, it stays one thing's failure.
        catch (Exception mistake)
        {
            VoiceLog.TurnFailed(log, mistake);
        }
    }

    void Drain(DateTimeOffset at)
    {
        while (Agent.TryTake(out var one))
        {
            if (one is Transmit transmit) send(transmit);
            else told(one, at);
        }
    }
}
