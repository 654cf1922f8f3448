using System.Net;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_silent_customer(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task Is_reminded_and_then_the_chat_is_closed_with_the_reason()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await (await ana.Write(visitor, "Which size?")).Is(HttpStatusCode.OK);
        await Pass(ChatFloor.ReminderSeconds - 5);
        Assert.Empty(await Codes(visitor, "reminder"));
        await Pass(10);
        await Eventually.Holds(async () => (await Codes(visitor, "reminder")).Count == 1);
        await Pass(ChatFloor.CloseSeconds + 5);
        await Eventually.Holds(async () => (await Codes(visitor, "ended-silent")).Count == 1);
        var standing = (await visitor.Read()).GetProperty("standing");
        Assert.Equal("ended silent", $"{standing.Text("state")} {standing.Text("endedReason")}");
    }

    [Fact]
    public async Task Who_answers_is_left_in_peace_until_he_owes_an_answer_again()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.Write(visitor, "Which size?");
        await Pass(ChatFloor.ReminderSeconds + 5);
        await Eventually.Holds(async () => (await Codes(visitor, "reminder")).Count == 1);
        await (await visitor.Send("140")).Is(HttpStatusCode.OK);
        await Pass(ChatFloor.CloseSeconds + ChatFloor.ReminderSeconds + 10);
        Assert.Equal("connected", (await visitor.Read()).GetProperty("standing").Text("state"));
        Assert.Single(await Codes(visitor, "reminder"));
        await ana.Write(visitor, "And the height?");
        await Pass(ChatFloor.ReminderSeconds + 5);
        await Eventually.Holds(async () => (await Codes(visitor, "reminder")).Count == 2);
    }

    [Fact]
    public async Task Is_closed_in_time_also_over_a_restart()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.Write(visitor, "Which size?");
        await chat.Centre.Restart();
        await Pass(ChatFloor.ReminderSeconds + 5);
        await Eventually.Holds(async () => await chat.Row<int>(
            "select count(*)::int from message where conversation_id = @Conversation and code = 'reminder'",
            new { visitor.Conversation }) == 1);
    }

    /// <summary>Turns the clock in small steps, so that everything that is due gets its turn on the way.</summary>
    async Task Pass(int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 5)
        {
            chat.Centre.Time.Advance(TimeSpan.FromSeconds(Math.Min(5, seconds - passed)));
            await Eventually.Holds(async () => await chat.Row<int>(
                "select count(*)::int from conversation where attention_at <= @now", new { now = chat.Centre.Time.GetUtcNow() }) == 0);
        }
    }

    static async Task<List<JsonElement>> Codes(WidgetVisitor visitor, string code) =>
    [
        .. (await visitor.Read()).GetProperty("messages").EnumerateArray()
            .Where(message => message.TryGetProperty("code", out var known) && known.GetString() == code),
    ];
}
