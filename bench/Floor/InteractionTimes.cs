using Centrala.Bench.Chat;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Foundation;
using Centrala.Testing;
using Microsoft.Playwright;

namespace Centrala.Bench.Floor;

/// <summary>
/// How long the workspace takes from a key or a click until the frame that answers it, by the browser's own Event Timing:
/// on a desk with 200 conversations, on a floor of 1,000 people who change each second, and in a list of 100,000 rows.
/// </summary>
static class InteractionTimes
{
    const int Conversations = 200;

    /// <summary>Points per conversation: an agent has 100.</summary>
    const int AtOnce = 100;

    const int Keys = 60;
    const int Tiles = 20;
    const int Rows = 100_000;
    const int Sorts = 4;

    /// <summary>The browser reports nothing shorter, and rounds to eight.</summary>
    const double ShortestReportedMs = 16;

    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(120);

    const string Observe = """
        () => {
          window.interactions = new Map();
          new PerformanceObserver(list => {
            for (const entry of list.getEntries())
              if (entry.interactionId)
                window.interactions.set(entry.interactionId,
                  Math.max(entry.duration, window.interactions.get(entry.interactionId) ?? 0));
          }).observe({ type: 'event', durationThreshold: 16, buffered: false });
        }
        """;

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
        var page = await chromium.NewPageAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        await SignIn(floor, page, await Lead(floor));
        await using var restless = new RestlessFloor(floor);
        await restless.Begin();

        var onDesk = await Times(page, "/desk", "[role=log]", OnDesk);
        var onFloor = await Times(page, "/floor", "li button", OnFloor);
        report.Note($"{restless.Changes:N0} changes of {RestlessFloor.People:N0} people meanwhile");
        report.Note($"p95 on the desk {Quantiles.At(onDesk, 0.95):0} ms, on the floor {Quantiles.At(onFloor, 0.95):0} ms");
        report.Figure("web.interaction_p95_ms", Quantiles.At([.. onDesk, .. onFloor], 0.95), "ms", atMost: 100);

        await AddPeople(floor);
        var onList = await Times(page, "/people", "tbody tr", OnList);
        report.Note($"longest in the list {onList.Max():0} ms");
        report.Figure("web.list_p95_ms", Quantiles.At(onList, 0.95), "ms", atMost: 100);
    }

    /// <summary>A lead of both partners who has half of the conversations at hand and half set aside.</summary>
    static async Task<People.Person> Lead(BusyFloor floor)
    {
        var lead = await floor.Centre.AddPerson(["lead", "admin"], [floor.Slumber, floor.Kablo]);
        await floor.Configure(CellCommand.ConfigureQueue(
            new QueueSettings { Id = floor.Beds, Partner = floor.Slumber, AutoAccept = true }));
        await floor.Configure(CellCommand.ConfigureAgent(new()
        {
            Id = lead.Id,
            Partners = [floor.Slumber],
            Queues = [floor.Beds],
            Capacities = [new Capacity(Channel.Chat, 1, AtOnce)],
        }));
        await floor.Configure(CellCommand.Reconnect(lead.Id));
        await floor.Configure(CellCommand.ChooseState(lead.Id, AgentState.Available));
        for (var i = 0; i < Conversations; i++)
        {
            var visitor = await floor.NewChat($"Where is order {i}?");
            await floor.Becomes(visitor, "connected");
            if (i < Conversations - AtOnce)
                await floor.Configure(CellCommand.Snooze(
                    await floor.ContactOf(visitor), lead.Id, DateTimeOffset.UtcNow.AddHours(1), 1));
        }
        return lead;
    }

    static async Task SignIn(BusyFloor floor, IPage page, People.Person person)
    {
        await page.GotoAsync(floor.Centre.Address.ToString());
        await page.GetByLabel("E-mail").FillAsync(person.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).WaitForAsync();
    }

    /// <returns>Milliseconds of each interaction; those too short to be reported count as the shortest that is.</returns>
    static async Task<List<double>> Times(IPage page, string place, string shown, Func<IPage, Task<int>> use)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), place).ToString());
        await page.Locator(shown).First.WaitForAsync();
        await Task.Delay(pause * 10);
        await page.EvaluateAsync(Observe);
        var made = await use(page);
        await Task.Delay(pause * 5);
        var times = (await page.EvaluateAsync<double[]>("() => [...window.interactions.values()]")).ToList();
        while (times.Count < made) times.Add(ShortestReportedMs);
        return times;
    }

    /// <summary>From conversation to conversation, and writing.</summary>
    static async Task<int> OnDesk(IPage page)
    {
        await page.Locator("h1").First.ClickAsync();
        for (var i = 0; i < Keys; i++) await Press(page, "j");
        await page.Locator("textarea").First.ClickAsync();
        for (var i = 0; i < Keys; i++) await Press(page, "x");
        await Press(page, "Escape");
        return 2 * Keys;
    }

    /// <summary>From waiting contact to waiting contact, and into people's tiles.</summary>
    static async Task<int> OnFloor(IPage page)
    {
        for (var i = 0; i < Keys; i++) await Press(page, "j");
        var tiles = page.Locator("main li button[aria-haspopup=menu]");
        for (var i = 0; i < Tiles; i++)
        {
            await tiles.Nth(i % 10).ClickAsync();
            await Task.Delay(pause);
            await Press(page, "Escape");
        }
        return Keys + 2 * Tiles;
    }

    /// <summary>Down the list page by page, to its end and back, a word to look for, and another order.</summary>
    static async Task<int> OnList(IPage page)
    {
        await page.Locator("[role=region][tabindex='0']").First.FocusAsync();
        for (var i = 0; i < Keys; i++) await Press(page, "PageDown");
        await Press(page, "End");
        await Press(page, "Home");
        for (var i = 0; i < Sorts; i++)
        {
            await page.Locator("th button").Nth(i % 2).ClickAsync();
            await Task.Delay(pause);
        }
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        foreach (var letter in "person 4711") await Press(page, letter.ToString());
        return Keys + 2 + Sorts + "person 4711".Length;
    }

    static async Task AddPeople(BusyFloor floor)
    {
        await using var work = await floor.Centre.Database.Begin(Actor.System, CancellationToken.None);
        await work.Execute("""
            insert into person (id, email, name, language, roles, partners, created_at)
            select gen_random_uuid(), 'person' || n || '@rows.example', 'Person ' || n, 'en', '{agent}', '{}', now()
            from generate_series(1, @Rows) n
            """, new { Rows });
        await work.Commit();
    }

    static async Task Press(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        await Task.Delay(pause);
    }
}
