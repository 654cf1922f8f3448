using Centrala.Server.Access;

namespace Centrala.Browser.Tests;

public sealed class What_an_administrator_sets(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Lets_an_agent_take_from_the_list_what_waits()
    {
        var admin = await Workspace.SignIn(centre, "admin");
        await Open(admin.Page, "/settings/queues", "Pixelforge players");
        await admin.Page.GetByLabel("Agents may pick").CheckAsync();
        await Save(admin.Page);

        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var jan = await Customer.Visit(centre, "demo-pixelforge-players", "en-GB");
        await jan.Begin("Jan", "Which game is it?");
        await ana.Offer.WaitForAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Take Jan" }).ClickAsync();
        await ana.Talk.GetByText("Which game is it?").WaitForAsync();
        await ana.EndAndWrapUp();
        await ana.Become("Offline");
    }

    [Fact]
    public async Task Sends_a_languages_chats_to_a_queue_of_their_own()
    {
        var admin = await Workspace.SignIn(centre, "admin");
        await Open(admin.Page, "/widgets", "Kablo support");
        await admin.Page.GetByLabel("Queue for English").SelectOptionAsync(new SelectOptionValue { Label = "Kablo billing" });
        await Save(admin.Page);

        var emma = await Customer.Visit(centre, "demo-kablo-help", "en-GB");
        await emma.Begin("Emma", "Is anybody there?");
        await admin.Page.GotoAsync("/floor");
        await admin.Page.Locator("button[title='Why it still waits']", new() { HasText = "Kablo billing" }).WaitForAsync();
    }

    [Fact]
    public async Task Leads_from_an_empty_centre_to_a_chat_that_an_agent_answers()
    {
        await using var empty = await centre.Empty();
        var link = await FirstAdministrator.Link(empty.Database, TimeProvider.System, TestContext.Current.CancellationToken);
        var steps = new FirstSteps(centre, empty.Address, link!);
        await steps.Begin();
        await steps.AddPartner();
        var invitation = await steps.InviteAgent();
        await steps.SayWhatPeopleCanDo();
        await steps.AddQueue();
        await steps.DesignChat();
        var customer = await steps.OpenChatHere();
        await customer.Fill("Cy", "Is this how it looks?");

        var bea = await steps.Join(invitation);
        await bea.Offer.WaitForAsync();
        await bea.Take();
        await bea.Reply("It does.");
        await customer.See("It does.");
    }

    static async Task Open(IPage page, string place, string row)
    {
        await page.GotoAsync(place);
        await page.Locator("tbody tr", new() { HasText = row }).First.ClickAsync();
        await page.Locator("main form[id]").WaitForAsync();
    }

    static async Task Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByText("Saved").First.WaitForAsync();
    }
}
