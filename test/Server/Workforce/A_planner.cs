using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Workforce;

/// <summary>Forecasts, needs and effects, over HTTP.</summary>
public sealed class A_planner(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static int runs;

    static readonly object goal = new { handleSeconds = 180, patienceSeconds = 120, share = 0.8, withinSeconds = 20 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_a_forecast_of_a_series_step_by_step()
    {
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var steps = await Forecast(planner, new { text = EightWeeks(), days = 7 });
        Assert.All(steps[..^1], step => Assert.Equal(JsonValueKind.Null, step.GetProperty("result").ValueKind));
        var done = steps.Select(step => step.GetProperty("done").GetInt32()).ToArray();
        Assert.Equal(done.Order(), done);

        var found = steps[^1].GetProperty("result");
        var monday = found.GetProperty("days")[1];
        Assert.Equal("2026-11-02", monday.GetProperty("date").GetString());
        Assert.InRange(monday.GetProperty("values")[1].GetDouble(), 35, 45);
        Assert.True(monday.GetProperty("low")[1].GetDouble() < monday.GetProperty("high")[1].GetDouble());
        Assert.Equal(0, found.GetProperty("days")[0].GetProperty("values")[1].GetDouble());
        Assert.Equal(30, found.GetProperty("slotMinutes").GetInt32());
        Assert.Equal(4 * 7, found.GetProperty("tested").GetArrayLength());
    }

    [Fact]
    public async Task Forecasts_a_queue_from_its_own_contacts()
    {
        var now = chat.Centre.Time.GetUtcNow();
        var queue = Guid.CreateVersion7();
        await Arrive(queue, chat.Slumber, now, days: 30, perDay: 12);
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var found = (await Forecast(planner, new { queueId = queue, days = 2 }))[^1].GetProperty("result");
        var tomorrow = found.GetProperty("days").EnumerateArray().Select(day => Sum(day.GetProperty("values"))).ToArray();
        Assert.All(tomorrow, sum => Assert.InRange(sum, 11, 13));

        using var stranger = await chat.Centre.SignIn("planner", chat.Kablo);
        await (await stranger.PostAsJsonAsync("/api/workforce/forecasts", new { queueId = queue, days = 2 }, Cancel))
            .Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Finds_again_what_was_believed_and_sees_what_came_of_it()
    {
        var made = chat.Centre.Time.GetUtcNow();
        var queue = Guid.CreateVersion7();
        await Arrive(queue, chat.Slumber, made, days: 30, perDay: 12);
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        await Forecast(planner, new { queueId = queue, days = 2, country = "PL" });

        var kept = Assert.Single((await (await planner.GetAsync($"/api/workforce/forecasts?queueId={queue}", Cancel)).Json()).EnumerateArray());
        Assert.Equal(30 * 12, kept.GetProperty("seenContacts").GetInt64());
        Assert.Equal(made.UtcDateTime.Date, DateTime.Parse(kept.GetProperty("origin").GetString()!, null));
        Assert.Equal("PL", kept.GetProperty("country").GetString());

        var path = $"/api/workforce/forecasts/{kept.GetProperty("id").GetGuid()}";
        Assert.Equal(JsonValueKind.Null, (await (await planner.GetAsync(path, Cancel)).Json()).GetProperty("wapePct").ValueKind);
        await Arrive(queue, chat.Slumber, made.AddDays(1), days: 1, perDay: 24);
        chat.Centre.Time.Advance(TimeSpan.FromDays(1));
        using var later = await chat.Centre.SignIn("planner", chat.Slumber);
        var compared = await (await later.GetAsync(path, Cancel)).Json();
        var today = compared.GetProperty("days")[0];
        Assert.Equal(24, Sum(today.GetProperty("came")) + today.GetProperty("cameElsewhen").GetDouble());
        Assert.InRange(Sum(today.GetProperty("said").GetProperty("values")), 11, 13);
        Assert.Equal(JsonValueKind.Null, compared.GetProperty("days")[1].GetProperty("came").ValueKind);
        Assert.InRange(compared.GetProperty("wapePct").GetDouble(), 40, 60);

        using var stranger = await chat.Centre.SignIn("planner", chat.Kablo);
        await (await stranger.GetAsync(path, Cancel)).Is(HttpStatusCode.NotFound);
        Assert.Empty((await (await stranger.GetAsync($"/api/workforce/forecasts?queueId={queue}", Cancel)).Json()).EnumerateArray());
    }

    [Fact]
    public async Task Forecasts_a_new_queue_from_one_that_it_resembles()
    {
        var now = chat.Centre.Time.GetUtcNow();
        var (young, old) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Arrive(old, chat.Slumber, now, days: 30, perDay: 12);
        await Arrive(young, chat.Slumber, now, days: 3, perDay: 6);
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var found = (await Forecast(planner, new { queueId = young, likeQueueId = old, days = 2 }))[^1].GetProperty("result");
        Assert.Equal(0.5, found.GetProperty("like").GetProperty("level").GetDouble(), 6);
        Assert.Equal(3, found.GetProperty("like").GetProperty("days").GetInt32());
        Assert.All(found.GetProperty("days").EnumerateArray(), day => Assert.InRange(Sum(day.GetProperty("values")), 5.5, 6.5));

        await (await planner.PostAsJsonAsync("/api/workforce/forecasts", new { queueId = old, likeQueueId = old, days = 2 }, Cancel))
            .Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Sees_what_the_rest_of_today_will_bring()
    {
        var nine = chat.Centre.Time.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(9);
        var queue = Guid.CreateVersion7();
        await Arrive(queue, chat.Slumber, nine, days: 30, perDay: 12);
        await Arrive(queue, chat.Slumber, nine.AddDays(1), days: 1, perDay: 12);
        chat.Centre.Time.Advance(nine - chat.Centre.Time.GetUtcNow());
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var today = await (await planner.GetAsync($"/api/workforce/today?queueId={queue}", Cancel)).Json();
        var (over, values) = (today.GetProperty("slotsOver").GetInt32(), today.GetProperty("values").EnumerateArray().ToArray());
        Assert.Equal(5, values[..over].Sum(value => value.GetDouble()));
        Assert.InRange(values.Sum(value => value.GetDouble()), 11, 13);
        Assert.Equal(JsonValueKind.Null, today.GetProperty("low")[over - 1].ValueKind);
        Assert.InRange(today.GetProperty("level").GetDouble(), 0.9, 1.1);
    }

    [Theory]
    [InlineData("date,start,value\n2026-11-02,09:00,5\n2026-11-03,09:00,-1\n", "line 3: -1 is negative.")]
    [InlineData("index,value\n1,2\n2,3\n", "Rows of date,start,value were expected.")]
    [InlineData("date,start,value\n2026-11-02,09:00,5\n", "14 days were expected at least; there are 1.")]
    public async Task Is_told_why_a_series_cannot_be_forecast(string text, string why)
    {
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        using var answer = await planner.PostAsJsonAsync("/api/workforce/forecasts", new { text, days = 7 }, Cancel);
        await answer.Is(HttpStatusCode.BadRequest);
        Assert.Equal(why, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").GetProperty("text")[0].GetString());
    }

    [Fact]
    public async Task Sees_the_need_by_slot_as_Erlang_A_has_it()
    {
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var asked = new { slotMinutes = 30, contacts = new[] { 0.0, 100, 1000 }, goal };
        var need = await (await planner.PostAsJsonAsync("/api/workforce/needs", asked, Cancel)).Json();
        var slots = need.GetProperty("slots").EnumerateArray().ToArray();
        Assert.Equal(0, slots[0].GetProperty("agents").GetInt32());
        // 1,000 contacts of 180 s in half an hour are 100 erlangs: docs/sources.md#erlang has 96 agents.
        Assert.Equal(96, slots[2].GetProperty("agents").GetInt32());
        Assert.True(slots[1].GetProperty("serviceLevel").GetDouble() >= 0.8);
    }

    [Fact]
    public async Task Sees_that_one_agent_more_serves_better_and_is_less_busy()
    {
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var asked = new { slotMinutes = 30, contacts = new[] { 100.0, 120 }, agents = new[] { 11, 13 }, goal };
        var effect = await (await planner.PostAsJsonAsync("/api/workforce/effects", asked, Cancel)).Json();
        var staffings = effect.GetProperty("staffings").EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(-4, 9), staffings.Select(one => one.GetProperty("change").GetInt32()));
        foreach (var (fewer, more) in staffings.Zip(staffings[1..]))
        {
            Assert.True(fewer.GetProperty("serviceLevel").GetDouble() < more.GetProperty("serviceLevel").GetDouble());
            Assert.True(fewer.GetProperty("meanWaitSeconds").GetDouble() > more.GetProperty("meanWaitSeconds").GetDouble());
            Assert.True(fewer.GetProperty("occupancy").GetDouble() > more.GetProperty("occupancy").GetDouble());
        }
    }

    [Fact]
    public async Task Sees_that_queues_need_fewer_agents_together()
    {
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        var asked = new
        {
            queues = new[] { new { name = "billing", contactsPerHour = 60, goal }, new { name = "delivery", contactsPerHour = 60, goal } },
            groups = new[]
            {
                new { name = "one", queues = new[] { 0 }, costPerHour = 20 }, new { name = "two", queues = new[] { 1 }, costPerHour = 20 },
                new { name = "both", queues = new[] { 0, 1 }, costPerHour = 21 },
            },
        };
        using var answer = await planner.PostAsJsonAsync("/api/workforce/staffings", asked, Cancel);
        await answer.Is(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var found = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("result");
        Assert.True(found.GetProperty("found").GetBoolean());
        Assert.InRange(Sum(found.GetProperty("agents")), 2, Sum(found.GetProperty("apart")) - 1);
        Assert.All(found.GetProperty("services").EnumerateArray(), queue => Assert.True(queue.GetProperty("serviceLevel").GetDouble() >= 0.8));

        var unserved = new { asked.queues, groups = new[] { new { name = "one", queues = new[] { 0 }, costPerHour = 20 } } };
        await (await planner.PostAsJsonAsync("/api/workforce/staffings", unserved, Cancel)).Is(HttpStatusCode.BadRequest);
    }

    static double Sum(JsonElement values) => values.EnumerateArray().Sum(value => value.GetDouble());

    static async Task<JsonElement[]> Forecast(HttpClient planner, object asked)
    {
        using var answer = await planner.PostAsJsonAsync("/api/workforce/forecasts", asked, Cancel);
        await answer.Is(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>From Monday, 7 September 2026: open from Monday to Saturday, about 20 and 40 a half hour.</summary>
    static string EightWeeks()
    {
        var text = new StringBuilder("date,start,value\n");
        var first = new DateOnly(2026, 9, 7);
        for (var day = 0; day < 56; day++)
        {
            if (day % 7 == 6) continue;
            text.Append(FormattableString.Invariant($"{first.AddDays(day):yyyy-MM-dd},09:00,{20 + day % 3}\n"));
            text.Append(FormattableString.Invariant($"{first.AddDays(day):yyyy-MM-dd},09:30,{40 - day % 4}\n"));
        }
        return text.ToString();
    }

    /// <summary>Contacts as the router's projections have them, spread over the mornings of the days before today.</summary>
    async Task Arrive(Guid queue, Guid partner, DateTimeOffset now, int days, int perDay)
    {
        await using var connection = await chat.Centre.Database.Owner.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync("""
            insert into queue select (jsonb_populate_record(q, jsonb_build_object('id', @queue, 'name', 'Its own ' || @queue, 'partner_id', @partner))).*
            from queue q limit 1
            on conflict do nothing
            """, new { queue, partner });
        await connection.ExecuteAsync("""
            insert into contact (id, cell, number, partner_id, queue_id, channel, state, state_since, arrived_at, wait_since,
              ended_at, last_message, sequence)
            select gen_random_uuid(), 0, -(day * 1000 + one + 100000 * @run), @partner, @queue, 'chat', 'ended', at, at, at, at, 0, 0
            from generate_series(1, @days) day, generate_series(1, @perDay) one,
              lateral (select date_trunc('day', @now::timestamptz at time zone 'UTC') at time zone 'UTC'
                 - day * interval '1 day' + interval '8 hours' + one * interval '10 minutes' as at) x
            """, new { queue, partner, now, days, perDay, run = Interlocked.Increment(ref runs) });
    }
}
