using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace Centrala.Server.Voice.Link;

/// <summary>Frames over one connection.</summary>
sealed class LinkWire(Stream stream)
{
    /// <summary>So many bytes at least go in one piece where so many wait.</summary>
    const int BatchBytes = 1 << 16;

    public async Task Write(ChannelReader<Frame> frames, CancellationToken stop)
    {
        var bytes = new ArrayBufferWriter<byte>(BatchBytes);
        while (await frames.WaitToReadAsync(stop))
        {
            while (bytes.WrittenCount < BatchBytes && frames.TryRead(out var frame)) LinkForm.Write(frame, bytes);
            await stream.WriteAsync(bytes.WrittenMemory, stop);
            bytes.ResetWrittenCount();
        }
    }

    /// <summary>Until the other side closes.</summary>
    public async Task Read(Action<Frame> receive, CancellationToken stop)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var bytes = read.Buffer;
            while (LinkForm.TryRead(ref bytes, out var frame)) receive(frame);
            reader.AdvanceTo(bytes.Start, bytes.End);
            if (read.IsCompleted) return;
        }
    }
}
