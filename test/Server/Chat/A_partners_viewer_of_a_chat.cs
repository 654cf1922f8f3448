using System.Net;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_partners_viewer_of_a_chat(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_what_the_customer_reads_live_and_later_and_knows_staff_as_he_does()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        using var joanna = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        await using var line = await LiveLine.Open(chat.Centre, joanna);
        await line.Invoke("Watch", $"conversation:{visitor.Conversation}");
        await line.NextAnswer();

        await (await ana.Write(visitor, "He was rude last time", "note")).Is(HttpStatusCode.OK);
        await (await ana.Write(visitor, "Good morning")).Is(HttpStatusCode.OK);

        var heard = new List<string>();
        while (!heard.Exists(told => told.Contains("Good morning", StringComparison.Ordinal)))
            heard.Add((await line.NextEvent())!.Value.ToString());
        var read = await joanna.GetStringAsync($"/api/conversations/{visitor.Conversation}", Cancel);
        Assert.Contains("Good morning", read, StringComparison.Ordinal);
        Assert.All([.. heard, read], told =>
        {
            Assert.DoesNotContain("rude", told, StringComparison.Ordinal);
            Assert.DoesNotContain(ana.Id.ToString(), told, StringComparison.Ordinal);
        });
    }
}
