using System.Collections.Concurrent;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// What the answering machine says to one party, the keys that it gets in return, and the message that it keeps. Told on the
/// line's turn, played on the media clock's thread.
/// </summary>
sealed class Speech
{
    /// <summary>Keys that nobody fetches are forgotten beyond it.</summary>
    const int KeysMax = 32;

    readonly Lock gate = new();
    readonly Queue<short[]> clips = new();
    readonly ConcurrentQueue<char> keys = new();
    int at;
    short[]? message;
    int kept;

    /// <summary>Whether nothing is left to be said.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate) return clips.Count == 0;
        }
    }

    /// <summary>Says these; what was being said is cut.</summary>
    public void Say(IEnumerable<short[]> next)
    {
        lock (gate)
        {
            clips.Clear();
            at = 0;
            foreach (var clip in next) clips.Enqueue(clip);
        }
    }

    public void Cut() => Say([]);

    /// <returns>False when there was nothing to say in this frame.</returns>
    public bool Play(Span<short> frame)
    {
        lock (gate)
        {
            if (clips.Count == 0) return false;
            frame.Clear();
            for (var i = 0; i < frame.Length && clips.TryPeek(out var clip);)
            {
                var count = Math.Min(clip.Length - at, frame.Length - i);
                clip.AsSpan(at, count).CopyTo(frame[i..]);
                (at, i) = (at + count, i + count);
                if (at < clip.Length) continue;
                clips.Dequeue();
                at = 0;
            }
            return true;
        }
    }

    public void Press(char key)
    {
        if (keys.Count < KeysMax) keys.Enqueue(key);
    }

    public bool TryTakeKey(out char key) => keys.TryDequeue(out key);

    /// <summary>From now on keeps what the party says, up to so long.</summary>
    public void BeginMessage(TimeSpan atMost)
    {
        lock (gate) (message, kept) = (new short[(int)(atMost.TotalSeconds * Wav.Hertz)], 0);
    }

    /// <summary>Keeps what the party said in this frame, where a message is being left.</summary>
    public void Hear(ReadOnlySpan<short> frame)
    {
        lock (gate)
        {
            if (message is null) return;
            var count = Math.Min(frame.Length, message.Length - kept);
            frame[..count].CopyTo(message.AsSpan(kept));
            kept += count;
        }
    }

    /// <summary>Ends the message.</summary>
    public short[] TakeMessage()
    {
        lock (gate)
        {
            var taken = message is null ? [] : message[..kept];
            message = null;
            return taken;
        }
    }
}
