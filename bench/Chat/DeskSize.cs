using System.Net.Http.Headers;
using Centrala.Testing;
using Microsoft.Playwright;

namespace Centrala.Bench.Chat;

/// <summary>
/// What an agent downloads until the desk can be used: every script and style that a fresh browser asks for on the way from
/// the sign-in page to a conversation at the desk, as the server sends it with gzip.
/// </summary>
static class DeskSize
{
    const double BytesPerKilobyte = 1024;

    public static async Task Measure(Report report)
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        await using var floor = new BusyFloor(postgres);
        await floor.InitializeAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox"],
        });
        var asked = new HashSet<string>();
        await BrowserPair.Open(floor, chromium, desk => desk.Request += (_, request) =>
        {
            if (request.ResourceType is "script" or "stylesheet") asked.Add(request.Url);
        });

        using var client = new HttpClient();
        var bytes = 0L;
        foreach (var address in asked) bytes += await Transferred(client, address);
        report.Note($"{asked.Count} files");
        report.Figure("web.desk_gzip_kb", bytes / BytesPerKilobyte, "KB", atMost: 400);
    }

    static async Task<long> Transferred(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }
}
