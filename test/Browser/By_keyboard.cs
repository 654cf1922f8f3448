namespace Centrala.Browser.Tests;

/// <summary>
/// The ten main tasks without a mouse, from where an agent, a lead or an administrator is when the task comes up. Steps are
/// counted as docs/using/keyboard.md lists them: a key or a chord is one, and so is a stretch of typing.
/// </summary>
public sealed class By_keyboard(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task An_agent_answers_asks_for_help_hands_over_and_wraps_up()
    {
        var ana = await Agent("ana");
        var jan = await Customer.Visit(centre, "demo-pixelforge-players", "en-GB");
        await jan.Begin("Jan", "My purchase did not arrive.");
        await ana.Workspace.Offer.WaitForAsync();

        await ana.Within(1, "take an offer", "F2");
        await ana.Workspace.Talk.GetByText("My purchase did not arrive.").WaitForAsync();
        await ana.Within(1, "look for a saved reply", "…/hello");
        await ana.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await ana.Within(2, "answer with it", "Enter", "Control+Enter");
        await jan.See("Hello Jan");
        await ana.Leave();
        await ana.Within(3, "note", "n", "…Asked the shop.", "Control+Enter");
        await ana.Workspace.Talk.GetByText("Asked the shop.").WaitForAsync();
        await ana.Leave();
        await ana.Within(1, "flag for help", "F8");
        await ana.Page.GetByLabel("In a word, if you like…").WaitForAsync();
        await ana.Within(2, "say why, and take it back", "Escape", "F8");
        await ana.Within(3, "transfer", "a", "…Camille", "Enter");
        await ana.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Within(1, "end", "e");
        await ana.Page.Locator("[data-wrapping=true] select:focus").WaitForAsync();
        await ana.Within(2, "wrap up", "ArrowDown", "Control+Enter");
        await ana.Page.Locator("[data-wrapping=true]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Within(1, "look for a past contact", "/");
        await ana.Page.Locator("input[type=search]:focus").WaitForAsync();
        await ana.Within(2, "find it", "…purchase", "ArrowDown");
        await ana.Page.GetByText("My purchase did not arrive.").Last.WaitForAsync();
        await ana.Workspace.Become("Offline");
    }

    [Fact]
    public async Task An_agent_ends_and_wraps_up_what_ended_as_usual()
    {
        var ana = await Agent("ana");
        var eva = await Customer.Visit(centre, "demo-pixelforge-players", "en-GB");
        await eva.Begin("Eva", "Where do I find the zebra?");
        await ana.Workspace.Offer.WaitForAsync();
        await ana.Workspace.Take();
        await ana.Workspace.Talk.GetByText("Where do I find the zebra?").WaitForAsync();

        await ana.Within(1, "end and wrap up", "F9");
        await eva.See("has ended the chat");
        await ana.Page.GetByText("Nothing in front of you").WaitForAsync();
        await ana.Within(1, "look for how it ended", "/");
        await ana.Page.Locator("input[type=search]:focus").WaitForAsync();
        await ana.Within(1, "find it", "…zebra");
        await ana.Page.Locator("li", new() { HasText = "Eva" }).GetByText("Question answered").WaitForAsync();
        await ana.Workspace.Become("Offline");
    }

    [Fact]
    public async Task A_lead_moves_a_contact_and_sets_its_priority()
    {
        // Of a partner whom the agents of the other tests do not serve: the contact goes on waiting.
        var cem = await Customer.Visit(centre, "demo-kablo-help", "tr-TR");
        await cem.Begin("Cem", "Merhaba?");
        var ayse = await Agent("ayse", "/floor");
        await ayse.Page.Locator("button[title='Why it still waits']", new() { HasText = "Kablo support" }).WaitForAsync();

        await ayse.Within(2, "set a priority", "j", "p");
        await ayse.Page.GetByText("It is served next.").First.WaitForAsync();
        await ayse.Within(3, "move a contact", "m", "…billing", "Enter");
        await ayse.Page.GetByText("Moved.").First.WaitForAsync();
    }

    [Fact]
    public async Task An_administrator_adds_a_queue()
    {
        var admin = await Agent("admin", "/settings/queues");
        await admin.Page.Locator("tbody tr").First.WaitForAsync();

        await admin.Within(5, "add a queue", "Control+k", "…add a queue", "Enter", "…Night line", "Control+Enter");
        await admin.Page.Locator("tbody").GetByText("Night line").WaitForAsync();
    }

    async Task<Keys> Agent(string login, string place = "/desk")
    {
        var workspace = await Workspace.SignIn(centre, login);
        await workspace.Page.GotoAsync(place);
        await workspace.Page.Locator("nav").First.WaitForAsync();
        if (place == "/desk") await workspace.Become("Available");
        return new(workspace);
    }

    sealed record Keys(Workspace Workspace)
    {
        public IPage Page => Workspace.Page;

        /// <param name="steps">Keys and chords; what begins with … is typed.</param>
        public async Task Within(int atMost, string task, params string[] steps)
        {
            Assert.True(steps.Length <= atMost, $"{task} takes {steps.Length} steps");
            foreach (var step in steps)
            {
                if (step[0] == '…') await Page.Keyboard.TypeAsync(step[1..], new() { Delay = 20 });
                else await Page.Keyboard.PressAsync(step);
            }
        }

        /// <summary>Out of the field in which one wrote, to where letters are keys.</summary>
        public Task Leave() => Page.Keyboard.PressAsync("Escape");
    }
}
