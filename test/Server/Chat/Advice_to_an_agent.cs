using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class Advice_to_an_agent(ChatCentre chat) : IClassFixture<ChatCentre>
{
    const string Advice = "Offer the other model";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reaches_this_agent_live_and_other_leads_and_nobody_else()
    {
        await using var ana = await chat.NewAgent();
        await using var ben = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Slumber);

        await (await Coach(lead, visitor)).Is(HttpStatusCode.OK);

        while (!(await ana.Line.NextEvent())!.Value.ToString().Contains(Advice, StringComparison.Ordinal)) { }
        Assert.Contains(Advice, (await ana.Read(visitor)).ToString());
        Assert.Contains(Advice, await lead.GetStringAsync($"/api/conversations/{visitor.Conversation}", Cancel));
        Assert.DoesNotContain(Advice, (await ben.Read(visitor)).ToString());
        Assert.DoesNotContain(Advice, (await visitor.Read()).ToString());
        Assert.DoesNotContain(Advice, await viewer.GetStringAsync($"/api/conversations/{visitor.Conversation}", Cancel));
    }

    [Fact]
    public async Task Is_refused_while_nobody_has_the_conversation_and_from_elsewhere()
    {
        using var visitor = await chat.NewChat();
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        using var stranger = await chat.Centre.SignIn("lead", chat.Kablo);
        using var agent = await chat.Centre.SignIn("agent", chat.Slumber);

        Assert.Equal(HttpStatusCode.Conflict, (await Coach(lead, visitor)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Coach(stranger, visitor)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Coach(agent, visitor)).StatusCode);
    }

    static Task<HttpResponseMessage> Coach(HttpClient lead, WidgetVisitor visitor) => lead.PostAsJsonAsync(
        $"/api/conversations/{visitor.Conversation}/coaching", new { clientId = Guid.NewGuid(), text = Advice }, Cancel);
}
