using System.ComponentModel;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Answering;

/// <summary>
/// <c>centrala prompts FOLDER</c>: has espeak-ng say the answering machine's words, for a centre that has no better voice yet.
/// </summary>
static class SpeakPrompts
{
    const string Usage = "centrala: Say: centrala prompts FOLDER (wants espeak-ng).";

    /// <returns>0 when all are there; 1 when espeak-ng is not, or failed; 2 for a call not understood.</returns>
    public static async Task<int> Run(string[] said, CancellationToken cancel)
    {
        if (said is not [var folder])
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }
        try
        {
            var all = SpokenTexts.Languages.SelectMany(language => Of(language, folder));
            await Parallel.ForEachAsync(all, cancel, async (one, stop) => await Speak(one, stop));
            return 0;
        }
        catch (Exception silent) when (silent is Win32Exception or InvalidDataException or IOException)
        {
            await Console.Error.WriteLineAsync($"centrala: espeak-ng does not speak: {silent.Message}");
            return 1;
        }
    }

    /// <summary>Where a prompt stands.</summary>
    public static string FileOf(string folder, string language, string name) => Path.Combine(folder, language, name + ".wav");

    static IEnumerable<Line> Of(string language, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, language));
        var texts = SpokenTexts.Of(language);
        return texts.All().Select(one => new Line(texts.Voice, one.Value, FileOf(folder, language, one.Key)));
    }

    static async Task Speak(Line line, CancellationToken cancel)
    {
        var unfinished = line.File + ".new";
        await File.WriteAllBytesAsync(unfinished, Wav.Write(await EspeakVoice.Say(line.Voice, line.Text, cancel)), cancel);
        File.Move(unfinished, line.File, overwrite: true);
    }

    sealed record Line(string Voice, string Text, string File);
}
