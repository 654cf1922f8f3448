using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class Who_has_it_open(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task Is_told_to_those_who_have_it_open_too_until_they_close_it()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var topic = $"conversation:{visitor.Conversation}";
        await ana.Line.Invoke("Watch", topic);
        using var browser = await chat.Centre.SignIn("lead", chat.Slumber);
        await using (var lead = await LiveLine.Open(chat.Centre, browser))
        {
            await lead.Invoke("Watch", topic);
            await ana.Line.Hear("conversation.viewers", data => Names(data) is ["Test agent", "Test lead"]);
            await lead.Invoke("TypingNote", visitor.Conversation);
            await ana.Line.Hear("conversation.colleague-typing", data => data.GetProperty("name").GetString() == "Test lead");
        }
        await ana.Line.Hear("conversation.viewers", data => Names(data) is ["Test agent"]);
    }

    [Fact]
    public async Task Counts_neither_strangers_nor_a_partners_own_people()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var topic = $"conversation:{visitor.Conversation}";
        using var strangers = await chat.Centre.SignIn("agent", chat.Kablo);
        using var viewers = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        await using var stranger = await LiveLine.Open(chat.Centre, strangers);
        await using var viewer = await LiveLine.Open(chat.Centre, viewers);
        await stranger.Invoke("Watch", topic);
        await viewer.Invoke("Watch", topic);
        await ana.Line.Invoke("Watch", topic);
        // What was told just before she watched, that nobody has it open, may still be on its way.
        await ana.Line.Hear("conversation.viewers", data => Names(data) is ["Test agent"]);

        // A partner's people hear what is said, and neither who looks on nor what is noted.
        await ana.Write(visitor, "Only for us", "note");
        await ana.Write(visitor, "For everybody");
        var heard = await viewer.Hear("conversation.message");
        Assert.Equal("For everybody", heard.GetProperty("message").GetProperty("text").GetString());
        Assert.DoesNotContain("conversation.viewers", viewer.Heard);
    }

    static string[] Names(JsonElement data) =>
        [.. data.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()!)];
}
