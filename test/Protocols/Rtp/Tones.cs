using Centrala.Protocols.Rtp;
using Xunit;

namespace Centrala.Protocols.Tests.Rtp;

/// <summary>Keys as sound, by the limits of ITU-T Q.24.</summary>
public class Keys_in_the_sound
{
    const int Hertz = 8000, Frame = JitterBuffer.FrameSamples;
    const string Keypad = "1234567890*#ABCD";

    static readonly (char Key, double Low, double High)[] some = [('1', 697, 1209), ('5', 770, 1336), ('#', 941, 1477), ('D', 941, 1633)];

    [Fact]
    public void Are_heard_as_they_were_written_one_after_the_other_twice_alike_too()
    {
        const string Pressed = Keypad + "5577";
        Assert.Equal(Pressed, Heard([.. Pressed.SelectMany(Written)]));
    }

    [Fact]
    public void Are_heard_through_both_laws_and_noise()
    {
        var dice = new Random(1);
        var sound = Keypad.SelectMany(Written).Select(sample => (short)(sample / 4 + dice.Next(-120, 121))).ToArray();
        var (code, decoded) = (new byte[sound.Length], new short[sound.Length]);
        G711.EncodeMu(sound, code);
        G711.DecodeMu(code, decoded);
        Assert.Equal(Keypad, Heard(decoded));
    }

    /// <summary>40 ms are enough, 18 ms too short; 1.5 % off is still the key, 3.5 % no longer.</summary>
    [Theory]
    [InlineData(40, 1, 1, true)]
    [InlineData(40, 1.015, 0.985, true)]
    [InlineData(18, 1, 1, false)]
    [InlineData(60, 1.035, 1.035, false)]
    public void Are_as_long_and_as_true_as_the_standard_has_them(int ms, double lowOff, double highOff, bool isKey)
    {
        foreach (var (key, low, high) in some)
            for (var shift = 0; shift < 100; shift += 7)
                Assert.Equal(isKey ? $"{key}" : "", Heard([.. new short[shift], .. Pair(low * lowOff, high * highOff, ms), .. new short[800]]));
    }

    /// <summary>The higher tone may be 4 dB stronger, the lower 8 dB.</summary>
    [Theory]
    [InlineData(3.5, true)]
    [InlineData(-7, true)]
    [InlineData(6, false)]
    [InlineData(-10, false)]
    public void Have_two_tones_that_are_nearly_as_strong(double higherDecibels, bool isKey)
    {
        foreach (var (key, low, high) in some)
            Assert.Equal(isKey ? $"{key}" : "", Heard(Pair(low, high, 80, Math.Pow(10, higherDecibels / 20))));
    }

    [Fact]
    public void Are_one_key_when_they_are_held_for_long() => Assert.Equal("5", Heard(Pair(770, 1336, 3000)));

    /// <summary>Voices are many tones at once, at the multiples of one that glides: four minutes of them.</summary>
    [Fact]
    public void Are_not_what_somebody_says()
    {
        var dice = new Random(7);
        var listener = new KeyListener();
        var keys = 0;
        var sound = new short[Frame];
        var (phase, pitch) = (0.0, 120.0);
        for (var frame = 0; frame < 12_000; frame++)
        {
            if (frame % 12 == 0) pitch = 85 + 200 * dice.NextDouble();
            pitch *= 1 + 0.004 * (dice.NextDouble() - 0.5);
            var loud = frame % 40 < 30 ? 3000 : 0;
            var (first, second) = (300 + 600 * ((frame / 9) % 5) / 4.0, 1000 + 1300 * ((frame / 7) % 6) / 5.0);
            for (var i = 0; i < Frame; i++)
            {
                phase += 2 * Math.PI * pitch / Hertz;
                sound[i] = (short)(loud * Voice(phase, pitch, first, second));
            }
            if (listener.Hear(sound) is not null) keys++;
        }
        Assert.Equal(0, keys);
    }

    static double Voice(double phase, double pitch, double first, double second)
    {
        var sum = 0.0;
        for (var n = 1; n * pitch < 3400; n++)
            sum += Math.Sin(n * phase) * (0.05 + Math.Exp(-Math.Pow((n * pitch - first) / 120, 2)) + 0.5 * Math.Exp(-Math.Pow((n * pitch - second) / 150, 2)));
        return sum / 4;
    }

    static string Heard(short[] sound)
    {
        var listener = new KeyListener();
        var keys = "";
        foreach (var frame in sound.Chunk(Frame)) keys += listener.Hear(frame);
        return keys;
    }

    static IEnumerable<short> Written(char key)
    {
        var sound = new KeySound(key);
        var made = new List<short>();
        var frame = new short[Frame];
        while (!sound.IsOver)
        {
            sound.Play(frame);
            made.AddRange(frame);
        }
        return made;
    }

    static short[] Pair(double low, double high, int ms, double higher = 1) => [.. Enumerable.Range(0, ms * Hertz / 1000).Select(i =>
        (short)(4000 * (Math.Sin(2 * Math.PI * low * i / Hertz) + higher * Math.Sin(2 * Math.PI * high * i / Hertz))))];
}

public class Noise_where_nothing_is_said
{
    const int Frame = JitterBuffer.FrameSamples;

    /// <summary>In decibels below a full sine.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(55)]
    [InlineData(70)]
    public void Is_as_loud_as_its_sender_says(byte level)
    {
        var noise = new ComfortNoise();
        Assert.True(noise.Begin([level]));
        var sound = new short[50 * Frame];
        noise.Fill(sound);
        var power = sound.Sum(sample => (double)sample * sample) / sound.Length;
        Assert.InRange(10 * Math.Log10(power / (32_767.0 * 32_767 / 2)), -level - 1.5, -level + 1.5);
    }

    [Fact]
    public void Ends_the_sound_without_making_any_up_and_sound_comes_back_after_it()
    {
        var jitter = new JitterBuffer();
        var frame = new short[Frame];
        short[] loud = [.. Enumerable.Repeat((short)4000, Frame)];
        var sequence = 0;
        var silent = 0;
        for (var tick = 0; tick < 400; tick++)
        {
            var isPause = tick is >= 100 and < 300;
            // One packet of noise every 200 ms, and none in between.
            if (tick >= 100 && tick < 300 && (tick - 100) % 10 == 0)
                jitter.Pause(new(13, false, (ushort)++sequence, (uint)(tick * Frame), 1, [60]), tick * 20);
            else if (!isPause) jitter.Put(new(8, tick == 300, (ushort)++sequence, (uint)(tick * Frame), 1, []), loud, tick * 20);
            if (!jitter.Take(frame) && tick is >= 110 and < 300) silent++;
        }
        Assert.Equal(190, silent);
        Assert.InRange(jitter.Counts.Concealed, 0, 2);
        Assert.InRange(jitter.Counts.Played, 190, 200);
        Assert.Equal(4000, frame[^1]);
    }
}
