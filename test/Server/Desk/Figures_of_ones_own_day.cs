using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class Figures_of_ones_own_day(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Count_what_became_of_offers_and_what_was_handled_by_oneself_alone()
    {
        var ana = await centre.AddAgent();
        await (await ana.Become(new { state = "available" })).Is(HttpStatusCode.NoContent);
        var refused = await centre.Arrive();
        await Offered(ana, refused);
        await (await ana.Do(refused, "refusal")).Is(HttpStatusCode.NoContent);
        var handled = await centre.Arrive();
        await Offered(ana, handled);
        await (await ana.Do(handled, "acceptance")).Is(HttpStatusCode.NoContent);
        await (await ana.Do(handled, "end", new { lastMessage = 0 })).Is(HttpStatusCode.NoContent);
        await (await ana.Do(handled, "wrap-up")).Is(HttpStatusCode.NoContent);

        await Eventually.Holds(async () => await Figure(ana, "handled") == 1);
        Assert.Equal(2, await Figure(ana, "offered"));
        Assert.Equal(1, await Figure(ana, "accepted"));
        Assert.Equal(1, await Figure(ana, "refused"));
        Assert.Equal(0, await Figure(ana, "missed"));
        var ben = await centre.AddAgent();
        Assert.Equal(0, await Figure(ben, "offered"));
    }

    static Task Offered(AgentDesk agent, Guid contact) => Eventually.Holds(async () => (await agent.Desk()).GetProperty("offers")
        .EnumerateArray().Any(offer => offer.GetProperty("contactId").GetGuid() == contact));

    static async Task<int?> Figure(AgentDesk agent, string name)
    {
        using var answer = await agent.Browser.GetAsync("/api/desk/figures", Cancel);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty(name).GetInt32() : null;
    }
}
