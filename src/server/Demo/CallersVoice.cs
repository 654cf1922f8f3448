using System.ComponentModel;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Demo;

/// <summary>What an invented caller says: spoken where espeak-ng is installed; else a hum as long as the words.</summary>
static class CallersVoice
{
    const double LettersPerSecond = 14;
    const int HumHertz = 220, HumLevel = 5000;

    public static async Task<short[]> Say(string language, string text, CancellationToken cancel)
    {
        try
        {
            return await EspeakVoice.Say(SpokenTexts.Of(language).Voice, text, cancel);
        }
        catch (Exception silent) when (silent is Win32Exception or InvalidDataException)
        {
            return Hum(TimeSpan.FromSeconds(text.Length / LettersPerSecond));
        }
    }

    /// <summary>Swells and fades with every syllable.</summary>
    static short[] Hum(TimeSpan length)
    {
        var made = new short[(int)(length.TotalSeconds * Wav.Hertz)];
        for (var i = 0; i < made.Length; i++)
        {
            var seconds = (double)i / Wav.Hertz;
            made[i] = (short)(HumLevel * Math.Abs(Math.Sin(Math.PI * 4 * seconds)) * Math.Sin(2 * Math.PI * HumHertz * seconds));
        }
        return made;
    }
}
