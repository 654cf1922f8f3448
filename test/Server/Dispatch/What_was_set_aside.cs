using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Dispatch;

public sealed class What_was_set_aside(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;
    SmallFloor floor = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_listed_with_its_reason_until_somebody_drops_it()
    {
        using var admin = await centre.SignIn("admin");
        await SetAside([9, 9], "The command cannot be read.");

        var listed = Assert.Single((await admin.GetFromJsonAsync<JsonElement>("/api/set-aside", Cancel)).EnumerateArray());
        Assert.Equal("The command cannot be read.", listed.GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync("/api/set-aside/7", Cancel)).StatusCode);

        Assert.Empty((await admin.GetFromJsonAsync<JsonElement>("/api/set-aside", Cancel)).EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync("/api/set-aside/7", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_taken_after_all_when_somebody_puts_it_back()
    {
        using var admin = await centre.SignIn("admin");
        var contact = Guid.CreateVersion7();
        await SetAside(Inbox.Encoded(floor.Arrival(contact)), "The database refused it.");

        var listed = (await admin.GetFromJsonAsync<JsonElement>("/api/set-aside", Cancel)).EnumerateArray().Single();
        Assert.Equal(("arrive", contact), (listed.GetProperty("what").GetString(), listed.GetProperty("contactId").GetGuid()));
        var answer = await admin.PostAsync("/api/set-aside/7/return", null, Cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        await floor.Becomes(contact, ContactState.Waiting);
    }

    [Fact]
    public async Task Is_no_business_of_agents_and_leads()
    {
        await SetAside([9, 9], "The command cannot be read.");
        foreach (var role in (string[])["agent", "lead"])
        {
            using var staff = await centre.SignIn(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/api/set-aside", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.DeleteAsync("/api/set-aside/7", Cancel)).StatusCode);
        }
    }

    async Task SetAside(byte[] command, string reason)
    {
        await using var writer = await centre.Database.Writer.OpenConnectionAsync(Cancel);
        await writer.ExecuteAsync(
            "insert into set_aside (id, cell, command, received_at, reason) values (7, 1, @command, now(), @reason)",
            new { command, reason });
    }
}
