using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Organisation;

/// <summary>A centre with one partner, two languages, a skill, a team, a queue and an agent, configured over HTTP.</summary>
sealed class A_small_centre : IAsyncDisposable
{
    public static readonly Guid Slumber = Guid.CreateVersion7();
    public static readonly Guid Kablo = Guid.CreateVersion7();
    public static readonly Guid Polish = Guid.CreateVersion7();
    public static readonly Guid English = Guid.CreateVersion7();
    public static readonly Guid Advice = Guid.CreateVersion7();
    public static readonly Guid Lantern = Guid.CreateVersion7();
    public static readonly Guid Queue = Guid.CreateVersion7();

    public required TestCentre Centre { get; init; }

    public required HttpClient Admin { get; init; }

    public required Guid Ana { get; init; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<A_small_centre> Open(PostgresServer postgres)
    {
        var centre = await TestCentre.Start(postgres);
        var small = new A_small_centre
        {
            Centre = centre,
            Admin = await centre.SignIn("admin"),
            Ana = (await centre.AddPerson(["agent"])).Id,
        };
        await small.Saved($"partners/{Slumber}", Partner("Slumber", "pl", "en"));
        await small.Saved($"partners/{Kablo}", Partner("Kablo", "en"));
        await small.Saved($"skills/{Polish}", new { version = 0, word = "polish", name = "Polish", language = "pl" });
        await small.Saved($"skills/{English}", new { version = 0, word = "english", name = "English", language = "en" });
        await small.Saved($"skills/{Advice}", new { version = 0, word = "advice", name = "Advice" });
        await small.Saved($"teams/{Lantern}", new { version = 0, word = "lantern", name = "Lantern" });
        await small.Saved($"agents/{small.Ana}", Agent());
        await small.Saved($"queues/{Queue}", QueueOf());
        return small;
    }

    static object Partner(string name, params string[] languages) => new { version = 0, name, colour = "#4c6ef5", languages };

    public static Dictionary<string, object?> Agent(params (string Field, object? Value)[] changes) => With(new()
    {
        ["version"] = 0,
        ["teamId"] = Lantern,
        ["trust"] = 40,
        ["skills"] = new[] { new { id = Polish, level = 5 }, new { id = English, level = 3 }, new { id = Advice, level = 4 } },
        ["partners"] = new[] { Slumber },
        ["queues"] = Array.Empty<Guid>(),
        ["channels"] = Array.Empty<object>(),
    }, changes);

    public static Dictionary<string, object?> QueueOf(params (string Field, object? Value)[] changes) => With(new()
    {
        ["version"] = 0,
        ["partnerId"] = Slumber,
        ["name"] = "Advice",
        ["channels"] = new[] { "chat" },
        ["members"] = "advice",
        ["steps"] = "language>=3 and advice>=3 for 20s; language>=2",
        ["baseMilli"] = 0,
        ["slopeMilli"] = 1_000,
        ["capMilli"] = 3_600_000,
        ["selection"] = "longest-idle",
        ["autoAccept"] = false,
        ["wrapUpSeconds"] = 60,
        ["targetSeconds"] = 30,
        ["targetBasisPoints"] = 8_000,
        ["silentReminderSeconds"] = 180,
        ["silentCloseSeconds"] = 180,
        ["skipsEmptySteps"] = true,
        ["whenFull"] = "end",
        ["whenClosed"] = "take-message",
        ["onClosing"] = "none",
        ["dispositions"] = new[] { new { id = Guid.CreateVersion7(), name = "Bought" } },
    }, changes);

    public Task<HttpResponseMessage> Put(string path, object content) => Admin.PutAsJsonAsync("/api/" + path, content, Cancel);

    public async Task<JsonElement> Saved(string path, object content) => await (await Put(path, content)).Json();

    public async Task Refused(string path, object content, string field)
    {
        var answer = await Put(path, content);
        await answer.IsProblem("invalid-input");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), error => error.Name.StartsWith(field, StringComparison.Ordinal));
    }

    /// <summary>Asks the live router until the answer is the expected one, or too much time has passed.</summary>
    public async Task Becomes<T>(T expected, Func<CellView, T> question)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        T answer;
        do answer = await Centre.Service<Cell>().Read(question, Cancel);
        while (!Equals(answer, expected) && DateTime.UtcNow < deadline);
        Assert.Equal(expected, answer);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Centre.DisposeAsync();
    }

    static Dictionary<string, object?> With(Dictionary<string, object?> entry, (string Field, object? Value)[] changes)
    {
        foreach (var (field, value) in changes) entry[field] = value;
        return entry;
    }
}
