using System.ComponentModel;
using System.Diagnostics;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Answering;

/// <summary>espeak-ng, a program that speaks: a machine's voice, in all languages of ours.</summary>
static class EspeakVoice
{
    /// <summary>Words a minute: slower than it speaks by itself, for the telephone takes the edges off.</summary>
    const string Speed = "150";

    /// <param name="voice">By espeak-ng's name.</param>
    /// <returns>What was spoken, for the telephone.</returns>
    /// <exception cref="Win32Exception">It is not installed.</exception>
    /// <exception cref="InvalidDataException">It said nothing.</exception>
    public static async Task<short[]> Say(string voice, string text, CancellationToken cancel)
    {
        using var speaking = Process.Start(new ProcessStartInfo("espeak-ng", ["-v", voice, "-s", Speed, "--stdout", "--", text])
        {
            RedirectStandardOutput = true,
        })!;
        using var spoken = new MemoryStream();
        await speaking.StandardOutput.BaseStream.CopyToAsync(spoken, cancel);
        await speaking.WaitForExitAsync(cancel);
        return Wav.Read(spoken.ToArray()) ?? throw new InvalidDataException($"nothing was heard of “{text}”.");
    }
}
