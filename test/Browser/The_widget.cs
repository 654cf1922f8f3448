namespace Centrala.Browser.Tests;

public sealed class The_widget(BrowserFloor floor, Chromium chromium) : IClassFixture<BrowserFloor>
{
    [Fact]
    public async Task Keeps_what_was_written_without_a_network_and_sends_it_once()
    {
        var shop = await chromium.NewWindow("pl-PL");
        await floor.OpenShop(shop);
        await Begin(shop, "Halo?");
        await shop.GetByText("Wysłano").WaitForAsync();
        await shop.Context.SetOfflineAsync(true);
        await shop.GetByLabel("Napisz wiadomość").FillAsync("Jestem w tunelu");
        await shop.Keyboard.PressAsync("Enter");
        await shop.GetByText("Wysyłanie").WaitForAsync();
        await shop.Context.SetOfflineAsync(false);
        await shop.GetByText("Wysłano").WaitForAsync();
        await shop.ReloadAsync();
        await shop.GetByText("Jestem w tunelu").WaitForAsync();
        Assert.Equal(1, await floor.Row<int>("select count(*)::int from message where text = 'Jestem w tunelu'"));
        await shop.Context.CloseAsync();
    }

    [Fact]
    public async Task Is_used_by_keyboard_alone()
    {
        var shop = await chromium.NewWindow("pl-PL");
        await floor.OpenShop(shop);
        await shop.GetByRole(AriaRole.Button, new() { Name = "Napisz do nas" }).FocusAsync();
        await shop.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.GetByLabel("Imię i nazwisko")).ToBeFocusedAsync();
        await shop.GetByLabel("Wiadomość").FocusAsync();
        await shop.Keyboard.TypeAsync("Z klawiatury");
        await shop.Keyboard.PressAsync("Tab");
        await shop.Keyboard.PressAsync("Space");
        await shop.GetByRole(AriaRole.Button, new() { Name = "Rozpocznij czat" }).FocusAsync();
        await shop.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.GetByLabel("Napisz wiadomość")).ToBeFocusedAsync();
        await shop.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shop.GetByRole(AriaRole.Button, new() { Name = "Napisz do nas" })).ToBeFocusedAsync();
        await shop.Context.CloseAsync();
    }

    static async Task Begin(IPage shop, string text)
    {
        await shop.GetByRole(AriaRole.Button, new() { Name = "Napisz do nas" }).ClickAsync();
        await shop.GetByLabel("Wiadomość").FillAsync(text);
        await shop.GetByRole(AriaRole.Checkbox).CheckAsync();
        await shop.GetByRole(AriaRole.Button, new() { Name = "Rozpocznij czat" }).ClickAsync();
        await shop.GetByText(text).WaitForAsync();
    }
}
