using System.Net;
using System.Net.Http.Json;
using Centrala.Testing;

namespace Centrala.Browser.Tests;

public sealed class Two_replies_at_once(BrowserFloor floor, Chromium chromium) : IClassFixture<BrowserFloor>
{
    [Fact]
    public async Task One_goes_out_and_the_other_writer_sees_it_before_he_decides()
    {
        var ana = await floor.AddAgent();
        var desk = await chromium.NewWindow();
        await floor.SignIn(desk, ana);
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("Offline") }).ClickAsync();
        await desk.GetByRole(AriaRole.Menuitemradio, new() { Name = "Available" }).ClickAsync();
        using var visitor = await floor.NewChat("Czy materac GOLD pasuje do stelaża 140?");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take") }).ClickAsync();
        await desk.GetByRole(AriaRole.Log).GetByText("Czy materac GOLD").WaitForAsync();

        // The agent's reply has left the desk and is still on its way when the lead's is stored.
        using var lead = await floor.Centre.SignIn("lead", floor.Slumber);
        var leadsAnswer = HttpStatusCode.Unused;
        await desk.RouteAsync("**/api/conversations/*/messages", async route =>
        {
            if (leadsAnswer == HttpStatusCode.Unused && route.Request.Method == "POST")
                leadsAnswer = (await lead.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/messages",
                    new { clientId = Guid.NewGuid(), kind = "reply", text = "Tak, pasuje.", readTo = int.MaxValue })).StatusCode;
            await route.ContinueAsync();
        });
        await desk.GetByPlaceholder("Write to the customer…").FillAsync("Nie, jest za szeroki.");
        await desk.Keyboard.PressAsync("Control+Enter");

        var moved = desk.GetByRole(AriaRole.Region, new() { Name = "Test lead wrote while you were sending" });
        await moved.GetByText("Tak, pasuje.").WaitForAsync();
        Assert.Equal(HttpStatusCode.OK, leadsAnswer);
        Assert.Equal(["Tak, pasuje."], await Replies(visitor));

        // To change it is to have it back where one writes; to send it anyway is one key.
        await desk.Keyboard.PressAsync("Escape");
        Assert.Equal("Nie, jest za szeroki.", await desk.GetByPlaceholder("Write to the customer…").InputValueAsync());
        await desk.Keyboard.PressAsync("Control+Enter");
        await desk.GetByRole(AriaRole.Log).GetByText("Nie, jest za szeroki.").WaitForAsync();
        await Eventually.Holds(async () => (await Replies(visitor)).Count == 2);
        await desk.Context.CloseAsync();
    }

    static async Task<IReadOnlyList<string>> Replies(WidgetVisitor visitor) =>
    [
        .. (await visitor.Read()).GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("author").GetProperty("kind").GetString() == "agent")
            .Select(message => message.GetProperty("text").GetString()!),
    ];
}
