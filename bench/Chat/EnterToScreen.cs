using Centrala.Testing;
using Microsoft.Playwright;

namespace Centrala.Bench.Chat;

/// <summary>
/// How long it takes from a customer's Enter in the widget until the agent's browser has painted the message: two real
/// browser windows on the real program, alone and with <see cref="BusyChats.Chats"/> chats in progress beside them.
/// </summary>
static class EnterToScreen
{
    const int WarmUp = 20;
    const int Messages = 150;

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
        var pair = await BrowserPair.Open(floor, chromium);
        await pair.Times("warm-up", WarmUp);
        var alone = await pair.Times("alone", Messages);
        List<double> busy;
        await using (var chats = await BusyChats.Begin(floor))
        {
            busy = await pair.Times("busy", Messages);
            report.Note($"beside it {chats.Said:N0} messages of {BusyChats.Chats} chats");
        }
        report.Note($"median alone {Quantiles.Median(alone):0.0} ms, busy {Quantiles.Median(busy):0.0} ms");
        report.Figure("chat.enter_to_screen_alone_p99_ms", Quantiles.At(alone, 0.99), "ms", atMost: 150);
        report.Figure("chat.enter_to_screen_p99_ms", Quantiles.At(busy, 0.99), "ms", atMost: 150);
    }
}
