using System.Diagnostics;
using System.Text.Json;
using Centrala.Core.Workforce;
using Centrala.Server.Desk;
using Centrala.Server.WhatIf;

namespace Centrala.Server.Tests.WhatIf;

public sealed class A_day_of_the_journal(RecordedMorning morning) : IClassFixture<RecordedMorning>
{
    static readonly DateOnly day = new(2026, 3, 2);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_decided_as_it_was_when_nothing_is_otherwise()
    {
        var answer = await Relived(null);
        Assert.Null(answer.FirstDifference);
        Assert.True(answer.Records > 20);
        Assert.Equal(answer.Recorded.Queues, answer.Relived.Queues);
        Assert.Equal(answer.Recorded.Occupancy, answer.Relived.Occupancy);
        var queue = Assert.Single(answer.Recorded.Queues);
        Assert.Equal((4, 3, 1), (queue.Offered, queue.Answered, queue.Left));
    }

    [Fact]
    public async Task Has_shorter_waits_with_one_more_like_its_agent()
    {
        var answer = await Relived($$"""
            agents: [{ like: {{morning.Agent}}, count: 1, from: "09:00", until: "18:00" }]
            """);
        var (was, now) = (Assert.Single(answer.Recorded.Queues), Assert.Single(answer.Relived.Queues));
        // Who is answered at once now has no reason to call again.
        Assert.Equal((4, 3, 3), (was.Offered, now.Offered, now.Answered));
        Assert.True(now.MeanWaitSeconds < was.MeanWaitSeconds);
        Assert.True(answer.Relived.Occupancy < answer.Recorded.Occupancy);
    }

    [Fact]
    public async Task Serves_nobody_without_its_agent()
    {
        var queue = Assert.Single((await Relived($"absent: [{morning.Agent}]")).Relived.Queues);
        Assert.Equal((4, 0), (queue.Offered, queue.Answered));
    }

    [Fact]
    public async Task Takes_other_rules_of_its_queue()
    {
        var queue = Assert.Single((await Relived($$"""
            queues:
              - { name: {{morning.Queue}}, max_waiting: 0, service_level: { within: 1s } }
            """)).Relived.Queues);
        Assert.True(queue.TurnedAway > 0);
    }

    [Theory]
    [InlineData("agents: [{ like: nobody }]", "line 1: agents[0].like: a person's name or id was expected")]
    [InlineData("queues:\n  - { name: Nowhere }", "line 2: queues[0].name: a queue's name or id was expected")]
    [InlineData("more: 2", "line 1: more: there is no such field")]
    public async Task Says_where_a_change_cannot_be_understood(string change, string expected)
    {
        var wrong = await Assert.ThrowsAsync<UnreadableInputException>(() => Relived(change));
        Assert.Contains(expected, wrong.Message);
    }

    [Fact]
    public async Task Is_told_to_programs()
    {
        var said = await Command("simulate", "--day", "2026-03-02", "--json");
        using var answer = JsonDocument.Parse(said);
        Assert.True(answer.RootElement.GetProperty("reproduced").GetBoolean());
        var queue = answer.RootElement.GetProperty("queues")[0];
        Assert.Equal(3, queue.GetProperty("recorded").GetProperty("answered").GetInt32());
        Assert.Equal(3, queue.GetProperty("relived").GetProperty("answered").GetInt32());
    }

    [Fact]
    public async Task Says_that_nothing_was_recorded() =>
        Assert.Contains("Nothing was recorded on 2026-03-01", await Command("simulate", "--day", "2026-03-01"));

    async Task<DayAnswer> Relived(string? change)
    {
        var book = await NameBook.Read(morning.Database, DateTimeOffset.UtcNow, Cancel);
        var path = change is null ? null : Path.GetTempFileName();
        if (path is not null) await File.WriteAllTextAsync(path, change, Cancel);
        try
        {
            return (await RelivePast.Answer(morning.Database, book, day, TimeZoneInfo.Utc, path, Cancel))!;
        }
        finally
        {
            if (path is not null) File.Delete(path);
        }
    }

    async Task<string> Command(params string[] said)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RelivePast).Assembly.Location, .. said])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CENTRALA_DATABASE"] = morning.ConnectionString;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return await output + await error;
    }
}
