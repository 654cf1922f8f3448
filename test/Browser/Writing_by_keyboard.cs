namespace Centrala.Browser.Tests;

/// <summary>An agent's hands stay on the keys: saved replies, emoji, colleagues, help.</summary>
public sealed class Writing_by_keyboard(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Answers_with_a_saved_reply_names_a_colleague_and_calls_for_help()
    {
        var ayse = await Workspace.SignIn(centre, "ayse");
        var emre = await Workspace.SignIn(centre, "emre");
        await emre.Become("Available");
        var customer = await Customer.Visit(centre, "demo-kablo-help", "tr-TR");
        await customer.Begin("Deniz", "Modem bozuldu.");
        await emre.Offer.WaitForAsync();
        var keys = emre.Page.Keyboard;
        await emre.Take();
        await emre.Talk.GetByText("Modem bozuldu.").WaitForAsync();

        // A slash and a part of the word: in the customer's language, shown before it is taken.
        await keys.TypeAsync("/rest");
        await emre.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("restart") }).WaitForAsync();
        await emre.Page.HasNoFault("saved replies");
        await keys.PressAsync("Enter");
        await keys.TypeAsync(" :thank");
        await emre.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Control+Enter");
        await customer.See("Lütfen modemin fişini otuz saniye çekip yeniden takın. Işık sabit yandığında hazırdır. 🙏");

        // A macro's tag and disposition come with its text.
        await keys.TypeAsync("/tek");
        await emre.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("technician") }).WaitForAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Control+Enter");
        await customer.See("Yarın bir teknisyen gelecek");
        await emre.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "technician" }).First.WaitForAsync();
        Assert.Equal("Technician booked", await emre.Page.Locator("select").EvaluateAsync<string>("field => field.selectedOptions[0].text"));

        // A note that names somebody, with the caret behind the name for the fastest of typists.
        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        await keys.TypeAsync("@pol");
        await emre.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("Ayşe Polat") }).WaitForAsync();
        await keys.PressAsync("Enter");
        await keys.TypeAsync("please have a look");
        await keys.PressAsync("Control+Enter");
        await emre.Talk.GetByText("@Ayşe Polat please have a look").WaitForAsync();

        await ayse.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Notes that name you, 1 unread") }).ClickAsync();
        await ayse.Page.HasNoFault("mentions");
        await ayse.Page.Keyboard.PressAsync("Enter");
        await ayse.Talk.GetByText("Modem bozuldu.").WaitForAsync();
        await ayse.Page.GetByText("Emre Demir has it open").WaitForAsync();
        await ayse.Page.HasNoFault("a conversation of somebody else");
        await emre.Page.GetByText("Ayşe Polat has it open").WaitForAsync();
        await ayse.Page.Keyboard.TypeAsync("I am");
        await emre.Page.GetByText("Ayşe Polat is writing").WaitForAsync();

        // One key calls, a word follows, the same key takes it back.
        await keys.PressAsync("F8");
        await keys.TypeAsync("refund");
        await keys.PressAsync("Enter");
        var help = emre.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Help") });
        await Assertions.Expect(help).ToHaveAttributeAsync("title", "refund");
        await keys.PressAsync("F8");
        await Assertions.Expect(help).ToHaveAttributeAsync("aria-pressed", "false");

        await emre.EndAndWrapUp();
        await emre.Become("Offline");
        foreach (var page in new[] { emre.Page, ayse.Page, customer.Page }) await page.Context.CloseAsync();
    }
}
