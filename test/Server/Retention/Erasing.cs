using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Retention;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Centrala.Server.Tests.Retention;

/// <summary>A word that stands nowhere else marks a person; after the erasure it must be found in no table, sample, file or log.</summary>
public sealed class Erasing(PostgresServer postgres) : IAsyncLifetime
{
    const string Marker = "Zyxomarkerowska";

    readonly HeardLog heard = new();
    ChatFloor chat = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        chat = new ChatFloor(postgres, configure: builder => builder.Logging.AddProvider(heard).SetMinimumLevel(LogLevel.Debug));
        await chat.InitializeAsync();
    }

    public ValueTask DisposeAsync() => chat.DisposeAsync();

    [Fact]
    public async Task A_customer_leaves_no_trace_in_any_table_sample_file_or_log()
    {
        using var visitor = await EndedChat();
        await Eventually.Holds(async () => (await Traces()).Any(trace => trace.StartsWith("history_word", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("conversation", await Traces());
        Assert.Contains("message", await Traces());
        Assert.Contains("conversation_tag", await Traces());
        Assert.Contains("follow_up", await Traces());

        using var admin = await chat.Centre.SignIn("admin");
        var preview = await (await Ask(admin, "erasures/preview", $"{Marker}@example.com")).Json();
        Assert.Equal(1, preview.GetProperty("conversations").GetInt32());
        Assert.Contains("conversation", await Traces());
        var report = await (await Ask(admin, "erasures", $"{Marker}@EXAMPLE.com")).Json();
        Assert.Equal(1, report.GetProperty("erased").GetProperty("conversations").GetInt32());
        Assert.Contains("routing", report.GetProperty("kept").EnumerateArray().Select(kept => kept.GetString()));

        Assert.Equal(1, report.GetProperty("erased").GetProperty("tasks").GetInt32());

        Assert.Empty(await Traces());
        Assert.Equal(1, await chat.Row<int>("select count(*)::int from follow_up where cancelled_at is not null"));
        Assert.Empty(Files());
        Assert.DoesNotContain(Marker, heard.Text, StringComparison.OrdinalIgnoreCase);
        await (await Ask(admin, "erasures", $"{Marker}@example.com")).IsProblem("not-found");
        Assert.Equal(1, (await admin.GetFromJsonAsync<JsonElement>("/api/erasures", Cancel)).GetArrayLength());
    }

    [Fact]
    public async Task A_running_conversation_is_not_erased()
    {
        using var visitor = await chat.NewChat($"I am {Marker}");
        using var admin = await chat.Centre.SignIn("admin");
        var wish = new { partnerId = chat.Slumber, conversationId = visitor.Conversation };
        await (await admin.PostAsJsonAsync("/api/erasures", wish, Cancel)).IsProblem("still-running");
        Assert.Contains("message", await Traces());
    }

    [Fact]
    public async Task Another_partners_customer_is_not_reached()
    {
        using var visitor = await EndedChat();
        using var admin = await chat.Centre.SignIn("admin");
        var wish = new { partnerId = chat.Kablo, email = $"{Marker}@example.com" };
        await (await admin.PostAsJsonAsync("/api/erasures", wish, Cancel)).IsProblem("not-found");
        await (await admin.PostAsJsonAsync("/api/erasures", new { partnerId = chat.Kablo }, Cancel)).IsProblem("invalid-input");
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        await (await Ask(lead, "erasures", $"{Marker}@example.com")).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_member_of_staff_leaves_no_trace_and_the_history_stays()
    {
        await using var agent = await chat.NewAgent();
        await chat.Execute("update person set name = @name, email = @email where id = @Id",
            new { name = $"{Marker} Test", email = $"{Marker}@example.com".ToLowerInvariant(), agent.Id });
        using var visitor = await chat.NewChat("Dzień dobry");
        await agent.Accept(visitor);
        await (await agent.Write(visitor, "Dzień dobry!")).Is(HttpStatusCode.OK);
        await agent.End(visitor, 2);
        Assert.Contains("person", await Traces());

        using var admin = await chat.Centre.SignIn("admin");
        await (await admin.PostAsync($"/api/people/{agent.Id}/erasure", null, Cancel)).IsProblem("still-active");
        await (await admin.PutAsync($"/api/people/{agent.Id}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);
        await (await admin.PostAsync($"/api/people/{agent.Id}/erasure", null, Cancel)).Is(HttpStatusCode.OK);

        Assert.Empty(await Traces());
        Assert.Empty(Files());
        Assert.DoesNotContain(Marker, heard.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await chat.Row<int>("select count(*)::int from segment where agent_id = @Id", new { agent.Id }));
    }

    [Fact]
    public async Task What_is_older_than_the_partner_wants_goes_by_night()
    {
        using var visitor = await EndedChat();
        using var admin = await chat.Centre.SignIn("admin");
        var path = $"/api/partners/{chat.Slumber}/retention";
        await (await admin.PutAsJsonAsync(path, new { conversationDays = 0 }, Cancel)).IsProblem("invalid-input");
        await (await admin.PutAsJsonAsync(path, new { conversationDays = 30, fileDays = 7 }, Cancel)).Is(HttpStatusCode.NoContent);
        var sweep = chat.Centre.Service<ForgetInTime>();
        await sweep.Sweep(Cancel);
        Assert.Contains("message", await Traces());
        chat.Centre.Time.Advance(TimeSpan.FromDays(31));
        await sweep.Sweep(Cancel);
        Assert.DoesNotContain("message", await Traces());
        Assert.DoesNotContain("conversation", await Traces());
    }

    async Task<WidgetVisitor> EndedChat()
    {
        await using var agent = await chat.NewAgent();
        using var browser = agent.Browser;
        var visitor = chat.NewVisitor();
        (await visitor.Start($"Hello, I am {Marker}", form: new { name = Marker, email = $"{Marker}@example.com" })).EnsureSuccessStatusCode();
        await agent.Accept(visitor);
        await (await agent.Write(visitor, $"Good morning, {Marker}")).Is(HttpStatusCode.OK);
        await (await agent.Write(visitor, $"{Marker} is kind", "note")).Is(HttpStatusCode.OK);
        await agent.End(visitor, 3);
        await (await browser.PostAsJsonAsync(
            $"/api/contacts/{await chat.ContactOf(visitor)}/wrap-up", new { note = $"Called {Marker}" }, Cancel)).Is(HttpStatusCode.NoContent);
        await chat.Execute("insert into conversation_tag values (@Conversation, @Slumber, @tag, @Id, now())",
            new { visitor.Conversation, chat.Slumber, tag = Marker.ToLowerInvariant(), agent.Id });
        var task = new
        {
            text = $"Call {Marker}",
            dueAt = chat.Centre.Time.GetUtcNow().AddDays(1),
            leadMinutes = 0,
            mine = true,
            queueId = chat.Beds,
            aboutContactId = await chat.ContactOf(visitor),
        };
        await (await browser.PostAsJsonAsync("/api/follow-ups", task, Cancel)).Is(HttpStatusCode.Created);
        return visitor;
    }

    Task<HttpResponseMessage> Ask(HttpClient client, string path, string email) =>
        client.PostAsJsonAsync("/api/" + path, new { partnerId = chat.Slumber, email }, Cancel);

    /// <summary>Tables and the planner's samples of columns in which the marker stands.</summary>
    async Task<IReadOnlyList<string>> Traces()
    {
        await using var owner = await chat.Centre.Database.Owner.OpenConnectionAsync(Cancel);
        var tables = await owner.QueryAsync<string>("select tablename::text from pg_tables where schemaname = 'centrala'");
        var traces = new List<string>();
        foreach (var table in tables)
            if (await owner.ExecuteScalarAsync<bool>(
                $"select exists (select from {table} t where t::text ilike @marker)",
                new { marker = $"%{Marker}%" }))
                traces.Add(table);
        traces.AddRange(await owner.QueryAsync<string>(
            "select 'sample of ' || tablename from pg_stats s where schemaname = 'centrala' and s::text ilike @marker",
            new { marker = $"%{Marker}%" }));
        return traces;
    }

    IEnumerable<string> Files() => Directory
        .EnumerateFiles(chat.Centre.Settings.DataFolder, "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file).Contains(Marker, StringComparison.OrdinalIgnoreCase));
}
