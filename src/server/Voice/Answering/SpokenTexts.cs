using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Centrala.Server.Voice.Answering;

/// <summary>The answering machine's own words in one language.</summary>
/// <param name="Voice">Of espeak-ng.</param>
/// <param name="Texts">By the prompt's name.</param>
/// <param name="Position">With <c>{n}</c>, for all places but those that stand in <paramref name="Texts"/>.</param>
/// <param name="WaitNumbers">How a number is said within <paramref name="Wait"/>; in figures where it is not named.</param>
/// <param name="Keys">How keys that are no digits are called.</param>
sealed record SpokenTexts(
    string Voice, IReadOnlyDictionary<string, string> Texts, string Position, string Wait, string Press, string Callback,
    IReadOnlyDictionary<string, string> Keys, IReadOnlyDictionary<string, string>? WaitNumbers = null)
{
    public const string FallBack = "en";

    /// <summary>The languages that the program speaks.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "pl", "es", "pt-PT", "fr", "tr"];

    static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static SpokenTexts Of(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"prompts/{language}.json")!;
        return JsonSerializer.Deserialize<SpokenTexts>(stream, form)!;
    }

    /// <summary>Everything that is said, by the prompt's name.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var place = 1; place <= PromptNames.PositionMax; place++) all[PromptNames.Position(place)] = Fill(Position, Figure(place));
        foreach (var minutes in PromptNames.Minutes)
            all[PromptNames.Wait(TimeSpan.FromMinutes(minutes))] = Fill(Wait, WaitNumbers?.GetValueOrDefault(Figure(minutes)) ?? Figure(minutes));
        foreach (var key in Menu.Keys)
        {
            all[PromptNames.Press(key)] = Press.Replace("{key}", NameOf(key), StringComparison.Ordinal);
            all[PromptNames.Callback(key)] = Callback.Replace("{key}", NameOf(key), StringComparison.Ordinal);
        }
        foreach (var (name, text) in Texts) all[name] = text;
        return all;
    }

    string NameOf(char key) => key switch { '*' => Keys["star"], '#' => Keys["hash"], _ => key.ToString() };

    static string Fill(string text, string number) => text.Replace("{n}", number, StringComparison.Ordinal);

    static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
