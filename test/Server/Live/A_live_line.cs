using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Live;

public sealed class A_live_line(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    const char End = '\u001e';
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("the moon")]
    [InlineData("conversation:x")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Refuses_to_watch_what_there_is_not(string? topic)
    {
        await using var line = await Open("lead");
        Assert.Contains("unknown-topic", await Refusal(line, "Watch", topic!), StringComparison.Ordinal);
        await StillWorks(line);
    }

    [Fact]
    public async Task Refuses_the_floor_to_those_who_may_not_see_it()
    {
        await using var line = await Open("agent");
        Assert.Contains("not-permitted", await Refusal(line, "Watch", "floor"), StringComparison.Ordinal);
        await StillWorks(line);
    }

    [Theory]
    [InlineData("Destroy", "everything")]
    [InlineData("OnDisconnectedAsync", "x")]
    [InlineData("Typing", "no id")]
    [InlineData("Typing", 7)]
    public async Task Refuses_calls_that_do_not_exist_or_do_not_fit(string method, object argument)
    {
        await using var line = await Open("agent");
        Assert.NotEqual("", await Refusal(line, method, argument));
        await StillWorks(line);
    }

    [Theory]
    [InlineData("{\"type\":1,\"target\":")]
    [InlineData("nonsense")]
    [InlineData("{\"type\":\"one\"}")]
    public async Task Ends_when_it_cannot_be_read_and_leaves_others_alone(string text)
    {
        await using var other = await Open("agent");
        await using var line = await Open("agent");
        await line.SayRaw(text + End);
        while (await line.NextAnswer() is not null) { }
        await StillWorks(other);
    }

    [Fact]
    public async Task Ends_when_it_says_too_much_at_once()
    {
        await using var line = await Open("agent");
        await line.SayRaw(JsonSerializer.Serialize(new { type = 1, target = "Watch", arguments = new[] { new string('x', 10_000) } }) + End);
        Assert.Null(await line.NextAnswer());
    }

    [Fact]
    public async Task Counts_what_it_refuses()
    {
        await using var line = await Open("agent");
        await Refusal(line, "Watch", "the moon");
        await line.SayRaw("nonsense" + End);
        while (await line.NextAnswer() is not null) { }
        using var client = centre.NewClient();
        await Eventually.Holds(async () =>
        {
            var metrics = await client.GetStringAsync("/metrics", Cancel);
            return metrics.Contains("reason=\"unknown-topic\"", StringComparison.Ordinal)
                && metrics.Contains("reason=\"unreadable\"", StringComparison.Ordinal);
        });
    }

    async Task<LiveLine> Open(string role)
    {
        using var browser = await centre.SignIn(role);
        return await LiveLine.Open(centre, browser);
    }

    static async Task<string> Refusal(LiveLine line, string method, object argument)
    {
        await line.Invoke(method, argument);
        return (await line.NextAnswer())!.Value.GetProperty("error").GetString()!;
    }

    static async Task StillWorks(LiveLine line)
    {
        await line.Invoke("Ping");
        Assert.False((await line.NextAnswer())!.Value.TryGetProperty("error", out _));
    }
}
