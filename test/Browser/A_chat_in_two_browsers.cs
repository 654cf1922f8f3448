namespace Centrala.Browser.Tests;

public sealed class A_chat_in_two_browsers(BrowserFloor floor, Chromium chromium) : IClassFixture<BrowserFloor>
{
    [Fact]
    public async Task Goes_from_a_partners_page_to_the_desk_and_back_until_its_end()
    {
        var ana = await floor.AddAgent();
        var desk = await chromium.NewWindow();
        await floor.SignIn(desk, ana);
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("Offline") }).ClickAsync();
        await desk.GetByRole(AriaRole.Menuitemradio, new() { Name = "Available" }).Or(
            desk.GetByRole(AriaRole.Menuitem, new() { Name = "Available" })).First.ClickAsync();

        var shop = await chromium.NewWindow("pl-PL");
        await floor.OpenShop(shop);
        await shop.GetByRole(AriaRole.Button, new() { Name = "Napisz do nas" }).ClickAsync();
        await shop.GetByLabel("Imię i nazwisko").FillAsync("Marta Zielińska");
        await shop.GetByLabel("Wiadomość").FillAsync("Czy materac GOLD pasuje do stelaża 140?");
        await shop.GetByRole(AriaRole.Checkbox).CheckAsync();
        await shop.GetByRole(AriaRole.Button, new() { Name = "Rozpocznij czat" }).ClickAsync();

        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take") }).ClickAsync();
        await desk.GetByRole(AriaRole.Log).GetByText("Czy materac GOLD pasuje do stelaża 140?").WaitForAsync();
        await shop.GetByText("Rozmawia z Tobą Test").WaitForAsync();

        await desk.GetByPlaceholder("Write to the customer…").FillAsync("Dzień dobry, tak, pasuje.");
        await desk.Keyboard.PressAsync("Control+Enter");
        await shop.GetByText("Dzień dobry, tak, pasuje.").WaitForAsync();

        await shop.GetByLabel("Napisz wiadomość").FillAsync("Dziękuję!");
        await shop.Keyboard.PressAsync("Enter");
        await desk.GetByRole(AriaRole.Log).GetByText("Dziękuję!").WaitForAsync();
        await shop.GetByText("Przeczytano").WaitForAsync();

        await shop.ReloadAsync();
        await shop.GetByText("Dziękuję!").WaitForAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await shop.GetByText("Test zakończył(a) czat.").First.WaitForAsync();
        await shop.GetByRole(AriaRole.Button, new() { Name = "Rozpocznij nowy czat" }).WaitForAsync();
        await shop.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }
}
