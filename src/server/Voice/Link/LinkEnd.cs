using System.Collections.Concurrent;
using System.Threading.Channels;
using Centrala.Server.Database;

namespace Centrala.Server.Voice.Link;

/// <summary>
/// One end of what ties the centre and its telephone together; either may be away for a while. What is said is told if the
/// other side is there, in order. What is asked is asked again after a reconnect, until its patience is over. What is kept is
/// told until it is taken, over restarts of both sides. Whatever arrives twice is worked on once.
/// </summary>
/// <param name="outbox">Where kept messages stand; null for an end that keeps none.</param>
sealed class LinkEnd(ILogger log, Outbox? outbox = null)
{
    /// <summary>Answers remembered for questions that are asked again.</summary>
    const int AnswersMax = 10_000;

    readonly Dictionary<Type, Func<Message, Task<Message>>> hearers = [];
    readonly ConcurrentDictionary<Guid, Asked> open = new();
    readonly ConcurrentDictionary<Guid, Task<Message>> answers = new();
    readonly ConcurrentQueue<Guid> answered = new();
    readonly Lock gate = new();
    Channel<Frame>? out_;
    long count;

    sealed record Asked(long Number, Message Message, TaskCompletionSource<Message> Answer);

    /// <summary>Whether the other side is there.</summary>
    public bool IsAttached => Volatile.Read(ref out_) is not null;

    /// <summary>Kept messages that were not taken yet, the oldest first.</summary>
    public IEnumerable<Message> Kept => outbox is null ? [] : outbox.Open;

    /// <summary>What to do with something said: in order, on the link's thread, so be quick or post it.</summary>
    public void Hear<T>(Action<T> hear) where T : Message => hearers[typeof(T)] = message =>
    {
        hear((T)message);
        return Task.FromResult<Message>(Done.It);
    };

    /// <summary>What to do with something kept; it is taken when this is done.</summary>
    public void Take<T>(Func<T, Task> take) where T : Message => hearers[typeof(T)] = async message =>
    {
        await take((T)message);
        return Done.It;
    };

    public void Answer<TQuestion, TReply>(Func<TQuestion, Task<TReply>> answer)
        where TQuestion : Question<TReply> where TReply : Message =>
        hearers[typeof(TQuestion)] = async question => await answer((TQuestion)question);

    /// <summary>Tells it if the other side is there; otherwise it is lost, and whoever attaches is told how things stand.</summary>
    public void Say(Message message) => Volatile.Read(ref out_)?.Writer.TryWrite(new(FrameKind.Said, default, message));

    /// <returns>Null when nobody answered in time, or with a fault: whether it was done is unknown.</returns>
    public async Task<TReply?> Ask<TReply>(Question<TReply> question, TimeSpan patience) where TReply : Message
    {
        var id = Guid.CreateVersion7();
        var answer = Send(id, question);
        try
        {
            return await answer.WaitAsync(patience) as TReply;
        }
        catch (TimeoutException)
        {
            open.TryRemove(id, out _);
            return null;
        }
    }

    /// <summary>Tells it until it was taken.</summary>
    public void Keep(Message message)
    {
        var id = Guid.CreateVersion7();
        outbox!.Add(id, message);
        _ = Send(id, message);
    }

    /// <summary>What an earlier run of this program had kept.</summary>
    public void KeepAgain()
    {
        foreach (var (id, message) in outbox!.Read()) _ = Send(id, message);
    }

    /// <summary>Talks over a connection until either side ends it. A newer one takes the place of an older.</summary>
    /// <param name="opening">Said before anything else.</param>
    public async Task Run(Stream stream, Message? opening, CancellationToken stop)
    {
        var line = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
        if (opening is not null) line.Writer.TryWrite(new(FrameKind.Said, default, opening));
        lock (gate)
        {
            out_?.Writer.TryComplete();
            Volatile.Write(ref out_, line);
            foreach (var (id, asked) in open.OrderBy(one => one.Value.Number)) line.Writer.TryWrite(new(FrameKind.Asked, id, asked.Message));
        }
        try
        {
            var wires = new LinkWire(stream);
            await await Task.WhenAny(wires.Write(line.Reader, stop), wires.Read(Receive, stop));
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            // The other side went, or we do: whoever runs this sees to the next connection.
        }
        finally
        {
            line.Writer.TryComplete();
            lock (gate)
                if (out_ == line) Volatile.Write(ref out_, null);
        }
    }

    Task<Message> Send(Guid id, Message message)
    {
        var asked = new Asked(Interlocked.Increment(ref count), message, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            open[id] = asked;
            out_?.Writer.TryWrite(new(FrameKind.Asked, id, message));
        }
        return asked.Answer.Task;
    }

    void Receive(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Said when frame.Message is { } said:
                _ = Do(said);
                break;
            case FrameKind.Asked:
                _ = Reply(frame.Id, answers.GetOrAdd(frame.Id, _ => Do(frame.Message)));
                break;
            case FrameKind.Answered when open.TryRemove(frame.Id, out var asked):
                outbox?.Remove(frame.Id);
                if (frame.Message is Failed failed) VoiceLog.LinkFailed(log, asked.Message.GetType().Name, failed.Why);
                asked.Answer.TrySetResult(frame.Message ?? new Failed("unknown reply"));
                break;
            default:
                break;
        }
    }

    async Task<Message> Do(Message? message)
    {
        try
        {
            return message is not null && hearers.TryGetValue(message.GetType(), out var hear) ? await hear(message) : new Failed("unknown");
        }
        catch (UnavailableException away)
        {
            return new Failed(away.Problem.Name);
        }
        // A mistake over one message must not end the link, which all calls share.
        catch (Exception mistake)
        {
            VoiceLog.TurnFailed(log, mistake);
            return new Failed(mistake.GetType().Name);
        }
    }

    async Task Reply(Guid id, Task<Message> answer)
    {
        var message = await answer;
        Volatile.Read(ref out_)?.Writer.TryWrite(new(FrameKind.Answered, id, message));
        answered.Enqueue(id);
        while (answered.Count > AnswersMax && answered.TryDequeue(out var old)) answers.TryRemove(old, out _);
    }
}
