using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Bench.Data;

/// <summary>How long do search, an open conversation and the list take when a million contacts are there?</summary>
static class AskHistory
{
    const int Port = 18_491;
    const int RoundsPerReader = 60;
    const int WarmUpRounds = 8;
    const double MillisecondsMax = 100;
    const ulong Seed = 7;

    static readonly string[] readers = ["admin", "agent", "partner-viewer"];

    public static async Task Measure(Report report)
    {
        var folder = await LoadedCentre.Prepare(report);
        using var centre = new SeparateCentre(folder, Port);
        centre.StartServer();
        var dice = new Dice(Seed);
        var times = new Dictionary<string, List<double>>();
        foreach (var reader in readers)
        {
            using var browser = await SignIn(centre.Address, reader);
            for (var round = 0; round < WarmUpRounds + RoundsPerReader; round++)
                foreach (var (kind, question) in Questions(dice))
                {
                    var milliseconds = await Time(browser, question);
                    if (round >= WarmUpRounds) Add(times, kind, milliseconds);
                }
        }
        await centre.StopServer();
        foreach (var kind in (string[])["search", "list", "open"])
        {
            var all = times.Where(one => one.Key.StartsWith(kind, StringComparison.Ordinal)).SelectMany(one => one.Value).ToList();
            report.Figure($"data.{kind}_p95_ms", Quantiles.At(all, 0.95), "ms", atMost: MillisecondsMax);
        }
        foreach (var (kind, values) in times.OrderBy(one => one.Key, StringComparer.Ordinal))
            report.Note($"{kind}: median {Quantiles.Median(values):0.0} ms, p95 {Quantiles.At(values, 0.95):0.0} ms, worst {values.Max():0.0} ms");
    }

    /// <summary>What people ask: words common and rare, mistyped and begun, names and addresses, with and without filters.</summary>
    static IEnumerable<(string Kind, string Path)> Questions(Dice dice)
    {
        var languages = InventedWords.All(20261122);
        var words = languages[dice.Throw(languages.Count) - 1];
        var (common, middling, rare) = (words.At(dice.Throw(5)), words.At(100 + dice.Throw(200)), words.At(3_000 + dice.Throw(2_900)));
        var number = dice.Throw(LoadedCentre.Contacts);
        var queue = LoadedCentre.Queue(dice.Throw(LoadedCentre.Queues));
        var agent = LoadedCentre.Agent(dice.Throw(LoadedCentre.Agents));
        yield return ("search, a common word", Search(common));
        yield return ("search, a rare word", Search(rare));
        yield return ("search, two common words", Search($"{common} {words.At(5 + dice.Throw(5))}"));
        yield return ("search, three words", Search($"{common} {middling} {rare}"));
        yield return ("search, a mistyped word", Search(middling.Remove(1, 1)));
        yield return ("search, the beginning of a word", Search(middling[..Math.Min(4, middling.Length)]));
        yield return ("search, an address", Search($"customer{number}@mail.example"));
        yield return ("search, an id", Search(LoadedCentre.Contact(number).ToString()));
        yield return ("search, a word of an agent's", Search(middling) + $"&agent={agent}");
        yield return ("search, a word of a month", Search(common) + "&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z");
        yield return ("list, all", "/api/history?");
        yield return ("list, further down", $"/api/history?cursor={number}");
        yield return ("list, of a queue", $"/api/history?queue={queue}&state=ended");
        yield return ("list, of an agent", $"/api/history?agent={agent}&cursor={number}");
        yield return ("list, of a language in a year", $"/api/history?language={words.Tag}&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z");
        yield return ("open, a conversation", $"/api/conversations/{LoadedCentre.Conversation(number)}");
        yield return ("open, its story", $"/api/history/{LoadedCentre.Contact(number)}");
    }

    static string Search(string text) => "/api/history?text=" + Uri.EscapeDataString(text);

    static async Task<double> Time(Browser browser, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await browser.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        // Somebody else's contact is not found, which takes as long as it takes.
        if (!answer.IsSuccessStatusCode && (int)answer.StatusCode != 404)
            throw new InvalidOperationException($"{path}: {answer.StatusCode}");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    static async Task<Browser> SignIn(Uri address, string reader)
    {
        var browser = new Browser(address);
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await browser.PostAsJsonAsync(
                    "/api/session", new { email = $"{reader}@bench.example", LoadedCentre.Password }, JsonSerializerOptions.Web);
                answer.EnsureSuccessStatusCode();
                return browser;
            }
            // The program is starting.
            catch (HttpRequestException) when (tries < 240)
            {
                await Task.Delay(500);
            }
        }
    }

    static void Add(Dictionary<string, List<double>> times, string kind, double milliseconds)
    {
        if (!times.TryGetValue(kind, out var values)) times[kind] = values = [];
        values.Add(milliseconds);
    }
}
