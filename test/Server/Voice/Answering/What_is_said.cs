using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Tests.Voice.Answering;

/// <summary>The answering machine's own words, and sound in files.</summary>
public sealed class What_is_said
{
    [Fact]
    public void Is_the_same_in_every_language()
    {
        var english = SpokenTexts.Of(SpokenTexts.FallBack).All();
        foreach (var language in SpokenTexts.Languages)
        {
            var all = SpokenTexts.Of(language).All();
            Assert.Equal(english.Keys, all.Keys);
            Assert.All(all.Values, text => Assert.DoesNotContain('{', text));
        }
    }

    [Theory]
    [InlineData("en", 1, "The wait is about one minute.")]
    [InlineData("pl", 1, "Czas oczekiwania to około jednej minuty.")]
    [InlineData("pl", 2, "Czas oczekiwania to około dwóch minut.")]
    [InlineData("pl", 25, "Czas oczekiwania to około dwudziestu pięciu minut.")]
    [InlineData("es", 5, "La espera es de unos 5 minutos.")]
    [InlineData("tr", 3, "Bekleme süresi yaklaşık 3 dakika.")]
    public void Has_the_endings_that_a_number_wants(string language, int minutes, string text) =>
        Assert.Equal(text, SpokenTexts.Of(language).All()[PromptNames.Wait(TimeSpan.FromMinutes(minutes))]);

    [Theory]
    [InlineData(20, "wait-1")]
    [InlineData(61, "wait-2")]
    [InlineData(11 * 60, "wait-15")]
    [InlineData(2 * 3600, "wait-long")]
    public void Rounds_a_wait_up(int seconds, string name) => Assert.Equal(name, PromptNames.Wait(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(48_000)]
    public void Keeps_its_pitch_and_loudness_whatever_rate_it_was_recorded_at(int hertz)
    {
        var read = Wav.Read(Recorded(hertz, 700))!;
        Assert.InRange(read.Length, Wav.Hertz - 2, Wav.Hertz + 2);
        Assert.InRange(Level(read, 700), 7_600, 8_200);
    }

    [Fact]
    public void Loses_what_a_telephone_cannot_carry() => Assert.InRange(Level(Wav.Read(Recorded(48_000, 7_300))!, 700), 0, 80);

    [Fact]
    public void Is_refused_in_another_form()
    {
        var stereo = Recorded(8_000, 700);
        stereo[22] = 2;
        Assert.Null(Wav.Read(stereo));
        Assert.Null(Wav.Read("RIFF"u8));
        Assert.Null(Wav.Read(Recorded(96_000, 700)));
    }

    /// <summary>A second of a tone.</summary>
    internal static byte[] Recorded(int hertz, int tone, double seconds = 1)
    {
        var samples = new short[(int)(hertz * seconds)];
        for (var i = 0; i < samples.Length; i++) samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * tone * i / hertz));
        var file = Wav.Write(samples);
        BitConverter.TryWriteBytes(file.AsSpan(24), hertz);
        return file;
    }

    /// <summary>How loud the tone is in the samples.</summary>
    internal static double Level(ReadOnlySpan<short> samples, int tone)
    {
        double sine = 0, cosine = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            sine += samples[i] * Math.Sin(2 * Math.PI * tone * i / Wav.Hertz);
            cosine += samples[i] * Math.Cos(2 * Math.PI * tone * i / Wav.Hertz);
        }
        return 2 * Math.Sqrt(sine * sine + cosine * cosine) / samples.Length;
    }
}
