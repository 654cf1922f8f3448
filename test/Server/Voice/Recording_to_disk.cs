using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Recording;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centrala.Server.Tests.Voice;

public sealed class Recording_to_disk : IDisposable
{
    static readonly DateTimeOffset begin = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("recording").FullName;
    readonly List<RecordingEnd> ends = [];
    readonly Guid id = Guid.CreateVersion7(begin);
    readonly short[] quiet = new short[JitterBuffer.FrameSamples], loud = [.. Enumerable.Repeat((short)8000, JitterBuffer.FrameSamples)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Keeps_both_sides_to_the_last_frame_and_silence_where_it_was_paused()
    {
        Record(tape =>
        {
            Take(tape, 60);
            tape.IsPaused = true;
            Take(tape, 50);
            tape.IsPaused = false;
            Take(tape, 45);
        });
        Assert.Equal(RecordingOutcome.Whole, Assert.Single(ends).Outcome);
        using var sound = RecordedSound.Of(folder, id, begin)!;
        Assert.True(sound.IsWhole);
        Assert.Equal(155 * 0.02, sound.Duration.TotalSeconds, 6);
        Assert.Equal((0, true), (At(sound, 10, left: true), At(sound, 10, left: false) > 7000));
        // After the beep of ten frames there is nothing.
        Assert.Equal((0, 0), (At(sound, 100, left: true), At(sound, 100, left: false)));
        Assert.True(At(sound, 154, left: false) > 7000);
    }

    [Fact]
    public void Shows_nothing_without_the_key_and_notices_every_changed_byte()
    {
        Record(tape => Take(tape, 120));
        var path = RecordingForm.PathOf(folder, id, begin);
        Assert.DoesNotContain(Enumerable.Repeat(File.ReadAllBytes(path)[100], 20).ToArray(), File.ReadAllBytes(path));

        var bytes = File.ReadAllBytes(path);
        bytes[RecordingForm.HeadBytes + 500] ^= 1;
        File.WriteAllBytes(path, bytes);
        using (var changed = RecordedSound.Of(folder, id, begin)!) Assert.Throws<InvalidDataException>(() => At(changed, 0, left: true));

        File.WriteAllText(Path.Combine(folder, RecordingKeys.FileName), $"1 {Convert.ToBase64String(new byte[RecordingKeys.KeyBytes])}\n");
        using (var foreign = RecordedSound.Of(folder, id, begin)!) Assert.Throws<InvalidDataException>(() => At(foreign, 60, left: true));
        File.Delete(Path.Combine(folder, RecordingKeys.FileName));
        Assert.Null(RecordedSound.Of(folder, id, begin));
    }

    [Fact]
    public void Is_heard_with_its_old_key_after_a_new_one_has_come()
    {
        Record(tape => Take(tape, 10));
        Assert.Equal(2, RecordingKeys.Rotate(folder));
        using var sound = RecordedSound.Of(folder, id, begin)!;
        Assert.True(sound.IsWhole && At(sound, 5, left: false) > 7000);
    }

    [Fact]
    public void Is_heard_as_far_as_it_goes_after_a_crash()
    {
        Record(tape => Take(tape, 120));
        var path = RecordingForm.PathOf(folder, id, begin);
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length - 5);
        using var sound = RecordedSound.Of(folder, id, begin)!;
        Assert.False(sound.IsWhole);
        Assert.Equal(2, sound.Duration.TotalSeconds, 6);
        Assert.True(At(sound, 99, left: false) > 7000);
    }

    [Fact]
    public void Stops_on_a_full_disk_and_says_so()
    {
        Record(tape => Take(tape, 120), freeBytesMin: long.MaxValue);
        Assert.Equal((RecordingOutcome.DiskFull, 1), (Assert.Single(ends).Outcome, ends[0].Seconds));
        Assert.Null(RecordedSound.Of(folder, id, begin));
    }

    void Record(Action<Tape> sounds, long freeBytesMin = 0)
    {
        using var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Dgram, System.Net.Sockets.ProtocolType.Udp);
        using var leg = new PortLeg(socket);
        using var recorder = new Recorder(folder, freeBytesMin, TimeProvider.System, ends.Add, NullLogger.Instance);
        var tape = new Tape(id, begin, leg, recorder);
        sounds(tape);
        tape.End();
    }

    void Take(Tape tape, int frames)
    {
        for (var i = 0; i < frames; i++) tape.Take(quiet, loud);
    }

    /// <summary>The first sample of one side in a frame.</summary>
    static int At(RecordedSound sound, int frame, bool left)
    {
        sound.Position = 44 + frame * JitterBuffer.FrameSamples * 4 + (left ? 0 : 2);
        Span<byte> sample = stackalloc byte[2];
        sound.ReadExactly(sample);
        return BitConverter.ToInt16(sample);
    }
}
