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
            insert into queue select (jsonb_populate_record(q, jsonb_build_object('id', @queue, 'name', 'Of its own', 'partner_id', @partner))).*
            from queue q limit 1
            """, new { queue, partner });
        await connection.ExecuteAsync("""
            insert into contact (id, cell, number, partner_id, queue_id, channel, state, state_since, arrived_at, wait_since,
              ended_at, last_message, sequence)
            select gen_random_uuid(), 0, -(day * 1000 + one), @partner, @queue, 'chat', 'ended', at, at, at, at, 0, 0
            from generate_series(1, @days) day, generate_series(1, @perDay) one,
              lateral (select date_trunc('day', @now::timestamptz at time zone 'UTC') at time zone 'UTC'
                 - day * interval '1 day' + interval '8 hours' + one * interval '10 minutes' as at) x
            """, new { queue, partner, now, days, perDay });
    }
}
