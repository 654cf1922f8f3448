using System.Collections.Concurrent;
using System.Collections.Frozen;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Answering;

/// <summary>A partner's own words.</summary>
/// <param name="File">Where the sound stands.</param>
sealed record OwnPrompt(Guid PartnerId, string Language, string Name, string File);

/// <summary>
/// The sound of what is to be said: the partner's own in the language, else the program's, else both in English. Where
/// nothing is found, two tones tell that something would have been said.
/// </summary>
/// <remarks>Sound is read when it is first wanted, and stays.</remarks>
sealed class Prompts
{
    static readonly short[] missing = [.. Tone(620, 0.25), .. new short[Wav.Hertz / 10], .. Tone(480, 0.25)];
    static readonly short[] beep = Tone(1000, 0.4);

    readonly ConcurrentDictionary<string, short[]?> sounds = new();
    FrozenDictionary<(Guid, string, string), string> own = FrozenDictionary<(Guid, string, string), string>.Empty;
    string? folder;

    /// <param name="spoken">The folder of the program's own words; null: there are none.</param>
    public void Turn(IReadOnlyList<OwnPrompt> prompts, string? spoken)
    {
        own = prompts.ToFrozenDictionary(one => (one.PartnerId, one.Language, one.Name), one => one.File);
        folder = spoken;
    }

    public short[] Of(Guid partner, Phrase phrase) => phrase.Prompt == PromptNames.Beep ? beep
        : In(partner, phrase) ?? In(partner, phrase with { Language = SpokenTexts.FallBack }) ?? missing;

    short[]? In(Guid partner, Phrase phrase)
    {
        if (own.TryGetValue((partner, phrase.Language, phrase.Prompt), out var file) && Read(file) is { } sound) return sound;
        // The name comes from a plan: nothing in it leads out of the folder.
        return folder is null ? null : Read(SpeakPrompts.FileOf(folder, phrase.Language, phrase.Prompt));
    }

    short[]? Read(string file) => sounds.GetOrAdd(file, static path =>
    {
        try
        {
            return Wav.Read(File.ReadAllBytes(path));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    });

    static short[] Tone(int hertz, double seconds)
    {
        var made = new short[(int)(seconds * Wav.Hertz)];
        for (var i = 0; i < made.Length; i++) made[i] = (short)(6000 * Math.Sin(2 * Math.PI * hertz * i / Wav.Hertz));
        return made;
    }
}
