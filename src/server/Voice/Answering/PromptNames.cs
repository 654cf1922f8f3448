using System.Globalization;
using System.Text.RegularExpressions;

namespace Centrala.Server.Voice.Answering;

/// <summary>
/// The names of what the steps say by themselves. Numbers are whole sentences of their own: each language puts its words,
/// endings and melody around them as it must.
/// </summary>
static partial class PromptNames
{
    public const string Beep = "beep", LeaveMessage = "leave-message", MessageKept = "message-kept", MessageLost = "message-lost",
        CallbackPromised = "callback-promised", CallbackRefused = "callback-refused", Goodbye = "goodbye",
        Recording = "recording";

    public static Sentence Rule => Say($"A prompt's name has small letters, digits and hyphens, at most 40, a letter in front.");

    /// <summary>Further back it is only said that many wait.</summary>
    public const int PositionMax = 20;

    /// <summary>The minutes that are said: coarser the longer, for an estimate is no timetable.</summary>
    public static readonly IReadOnlyList<int> Minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 45, 60];

    public static bool IsName(string said) => Form().IsMatch(said);

    /// <param name="key">What chooses the language in which this is said.</param>
    public static string Press(char key) => $"press-{Word(key)}";

    public static string Callback(char key) => $"callback-{Word(key)}";

    /// <param name="place">From 1.</param>
    public static string Position(int place) => place <= PositionMax ? $"position-{place}" : "position-many";

    /// <summary>Rounded up, so that nobody waits longer than he was told more often than not.</summary>
    public static string Wait(TimeSpan wait) => Minutes.FirstOrDefault(one => wait <= TimeSpan.FromMinutes(one)) is var minutes and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"wait-{minutes}") : "wait-long";

    static string Word(char key) => key switch { '*' => "star", '#' => "hash", _ => key.ToString() };

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex Form();
}
