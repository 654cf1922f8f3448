namespace Centrala.Browser.Tests;

/// <summary>The administrator of an empty centre, who does what the page of the first steps says and nothing else.</summary>
/// <param name="link">The one that the first start of the centre prints.</param>
sealed class FirstSteps(OpenCentre browsers, Uri centre, string link)
{
    const string Password = "seven quiet lanterns";

    IPage admin = null!;

    public async Task Begin()
    {
        admin = await browsers.NewPage();
        await admin.GotoAsync(new Uri(centre, link).ToString());
        await admin.Locator("input[name=name]").FillAsync("Ada Ordway");
        await admin.Locator("input[name=email]").FillAsync("ada@first.example");
        await admin.Locator("input[name=password]").FillAsync(Password);
        await Press(admin, "Save and sign in");
        await admin.Locator("nav").First.WaitForAsync();
    }

    public async Task AddPartner()
    {
        await Step("Add a partner");
        await Press(admin, "Add a partner");
        await Fill(("name", "Slumber"));
    }

    /// <returns>The link that the administrator hands over.</returns>
    public async Task<string> InviteAgent()
    {
        await Step("Invite an agent");
        await Press(admin, "Invite a person");
        var form = admin.Locator("dialog[open] form");
        await form.GetByLabel("Agent", new() { Exact = true }).CheckAsync();
        await form.GetByLabel("Slumber").CheckAsync();
        await Fill(("name", "Bea Lund"), ("email", "bea@first.example"));
        return await admin.Locator("dialog[open] code").InnerTextAsync();
    }

    public async Task SayWhatPeopleCanDo()
    {
        await admin.GotoAsync(new Uri(centre, "settings/words").ToString());
        await Press(admin, "Add");
        await admin.GetByRole(AriaRole.Menuitem, new() { Name = "Language" }).ClickAsync();
        await Fill(("name", "English"), ("word", "english"), ("detail", "en"));
        await Step("Say what your people can do");
        await admin.GetByLabel("Bea Lund, English: 0", new() { Exact = true }).ClickAsync();
        await admin.Keyboard.PressAsync("5");
        await admin.GetByLabel("Bea Lund, English: 5", new() { Exact = true }).WaitForAsync();
        await Press(admin, "Save 1 change");
        await admin.GetByText("1 change saved.").WaitForAsync();
    }

    public async Task AddQueue()
    {
        await Step("Add a queue");
        await Press(admin, "Add a queue");
        await admin.Locator("form#queue").GetByLabel("Name").FillAsync("Advice");
        await Press(admin, "Save");
        await admin.Locator("tbody tr", new() { HasText = "Advice" }).WaitForAsync();
    }

    public async Task DesignChat()
    {
        await Step("Design the chat");
        await Press(admin, "Add a chat to a page");
        await admin.Locator("form#widget").GetByLabel("Name", new() { Exact = true }).First.FillAsync("Ask us");
        await admin.Locator("form#widget").GetByLabel("Pages that may use it").FillAsync(centre.GetLeftPart(UriPartial.Authority));
        await Press(admin, "Save");
        await admin.Locator("tbody tr", new() { HasText = "Ask us" }).WaitForAsync();
    }

    /// <summary>Every step is ticked, and the chat stands in the corner of the administrator's own page.</summary>
    public async Task<Customer> OpenChatHere()
    {
        await admin.GotoAsync(new Uri(centre, "settings/start").ToString());
        await Assertions.Expect(admin.Locator("main li[data-done=true]")).ToHaveCountAsync(5);
        await Press(admin, "Open the chat here");
        var customer = new Customer(admin);
        await customer.Open();
        return customer;
    }

    /// <summary>The one who was invited chooses a password and begins to work.</summary>
    public async Task<Workspace> Join(string invitation)
    {
        var page = await browsers.NewPage();
        await page.GotoAsync(invitation);
        await page.Locator("input[name=password]").FillAsync(Password);
        await Press(page, "Save and sign in");
        await page.Locator("nav").WaitForAsync();
        var workspace = new Workspace(page);
        await workspace.Become("Available");
        return workspace;
    }

    /// <summary>Follows the link of a step on the page of the first steps.</summary>
    async Task Step(string title)
    {
        await admin.GotoAsync(new Uri(centre, "settings/start").ToString());
        await admin.Locator("main li a", new() { HasText = title }).ClickAsync();
    }

    static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Sends the open dialog's form and waits until the form is done with.</summary>
    async Task Fill(params (string Field, string Text)[] fields)
    {
        var form = admin.Locator("dialog[open] form");
        foreach (var (field, text) in fields) await form.Locator($"[name={field}]").FillAsync(text);
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(admin.Locator("dialog[open] input")).ToHaveCountAsync(0);
    }
}
