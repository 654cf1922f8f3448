using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Centrala.Testing;

/// <summary>A centre with two partners, each with a queue and a widget, and agents made on demand.</summary>
/// <param name="time">Null for a clock that the test turns.</param>
/// <param name="adjust">What is different from a test's usual settings.</param>
public class ChatFloor(
    PostgresServer postgres, TimeProvider? time = null, Func<Settings, Settings>? adjust = null,
    Action<WebApplicationBuilder>? configure = null) : IAsyncLifetime
{
    public const string Key = "slumber-web";
    public const string OtherKey = "kablo-web";
    public const string Origin = "https://slumber.example";
    public const int ReminderSeconds = 120;
    public const int CloseSeconds = 180;

    public TestCentre Centre { get; private set; } = null!;

    public Guid Slumber { get; } = Guid.CreateVersion7();

    public Guid Kablo { get; } = Guid.CreateVersion7();

    public Guid Beds { get; } = Guid.CreateVersion7();

    public Guid Cables { get; } = Guid.CreateVersion7();

    public Guid Polish { get; } = Guid.CreateVersion7();

    public Guid WidgetId { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        Centre = await TestCentre.Start(postgres, time, configure, adjust);
        await AddRows();
        await Configure(CellCommand.ConfigureSkill(Polish, isLanguage: true));
        await AddQueue(Slumber, Beds);
        await AddQueue(Kablo, Cables);
        using var admin = await Centre.SignIn("admin");
        await SaveWidget(admin, WidgetId, Key, Slumber, Beds);
        await SaveWidget(admin, Guid.CreateVersion7(), OtherKey, Kablo, Cables);
    }

    public async ValueTask DisposeAsync()
    {
        await Centre.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public WidgetVisitor NewVisitor(string key = Key, string? origin = Origin) => new(Centre.Address, key, origin);

    /// <summary>A visitor whose chat waits.</summary>
    public async Task<WidgetVisitor> NewChat(string text = "Dzień dobry", string key = Key)
    {
        var visitor = NewVisitor(key, key == Key ? Origin : null);
        (await visitor.Start(text)).EnsureSuccessStatusCode();
        return visitor;
    }

    /// <summary>An agent of the partner, at the desk and available; what earlier tests left waiting is cleared away first.</summary>
    public async Task<AgentAtDesk> NewAgent(Guid? partner = null, Guid? queue = null)
    {
        await Clear();
        return await JoinDesk(await AddAgent(partner, queue));
    }

    /// <summary>Signs an agent in, opens the live line and makes the agent available.</summary>
    public async Task<AgentAtDesk> JoinDesk(People.Person person)
    {
        var browser = await Centre.SignIn(person);
        var line = await LiveLine.Open(Centre, browser);
        await Eventually.Holds(() => Cell.Read(
            view => view.Router.Agent(view.Router.Directory.Agent(person.Id))!.IsConnected, CancellationToken.None));
        await Configure(CellCommand.ChooseState(person.Id, AgentState.Available));
        return new(this, person.Id, browser, line);
    }

    /// <summary>Somebody who can be an agent once he has signed in.</summary>
    public async Task<People.Person> AddAgent(Guid? partner = null, Guid? queue = null)
    {
        var person = await Centre.AddPerson(["agent"], [partner ?? Slumber]);
        await Configure(CellCommand.ConfigureAgent(new()
        {
            Id = person.Id,
            Skills = [new(Polish, 4)],
            Partners = [partner ?? Slumber],
            Queues = [queue ?? Beds],
        }));
        return person;
    }

    public Cell Cell => Centre.Service<Cell>();

    public async Task<T?> Row<T>(string sql, object? parameters = null)
    {
        await using var connection = await Centre.Database.Owner.OpenConnectionAsync(CancellationToken.None);
        return await connection.QuerySingleOrDefaultAsync<T>(sql, parameters);
    }

    public async Task Execute(string sql, object? parameters = null)
    {
        await using var connection = await Centre.Database.Owner.OpenConnectionAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql, parameters);
    }

    public Task<Guid> ContactOf(WidgetVisitor visitor) =>
        Row<Guid>("select contact_id from conversation where id = @Conversation", new { visitor.Conversation });

    /// <summary>Waits until the contact's row says so.</summary>
    public Task Becomes(WidgetVisitor visitor, string state) => Eventually.Holds(async () => state == await Row<string>(
        "select k.state from contact k join conversation c on c.contact_id = k.id where c.id = @Conversation",
        new { visitor.Conversation }));

    public async Task Configure(CellCommand command)
    {
        var decision = await Cell.Send(command, CancellationToken.None);
        if (!decision.Done) throw new InvalidOperationException(decision.Refusal?.Title);
    }

    async Task Clear()
    {
        await using var connection = await Centre.Database.Owner.OpenConnectionAsync(CancellationToken.None);
        var open = await connection.QueryAsync<Guid>("select id from contact where state not in ('wrap-up', 'ended')");
        foreach (var contact in open) await Cell.Send(CellCommand.EndContact(contact, Reason.EndedByLead, int.MaxValue), CancellationToken.None);
    }

    async Task AddQueue(Guid partner, Guid queue)
    {
        await Configure(CellCommand.ConfigurePartner(partner));
        await Configure(CellCommand.ConfigureQueue(new() { Id = queue, Partner = partner }));
    }

    async Task AddRows() => await Execute("""
        insert into partner (id, name, colour, languages, last_edit) values
          (@Slumber, 'Slumber', '#0b6e6e', '{pl,en}', ''), (@Kablo, 'Kablo', '#aa3311', '{tr}', '');
        insert into skill (id, kind, word, language, name, last_edit) values (@Polish, 'language', 'polish', 'pl', 'Polish', '');
        insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection, auto_accept,
          target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds, skips_empty_steps, when_full,
          when_closed, on_closing, last_edit)
        select queue, partner, 'Chats', '{chat}', 'any', 0, 1000, 1000000, 'longest-idle', false, 20, 8000, @ReminderSeconds,
          @CloseSeconds, false, 'end', 'take-message', 'none', ''
        from (values (@Beds, @Slumber), (@Cables, @Kablo)) as q (queue, partner)
        """, new { Slumber, Kablo, Beds, Cables, Polish, ReminderSeconds, CloseSeconds });

    static async Task SaveWidget(Browser admin, Guid id, string key, Guid partner, Guid queue)
    {
        using var answer = await admin.PutAsJsonAsync($"/api/widgets/{id}", new
        {
            version = 0,
            key,
            partnerId = partner,
            name = key == Key ? "Slumber" : "Kablo",
            colour = "#0b6e6e",
            languages = new[] { "pl", "en" },
            queueId = queue,
            origins = new[] { Origin },
        });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>An agent with a signed-in browser and a live line.</summary>
public sealed class AgentAtDesk(ChatFloor chat, Guid id, Browser browser, LiveLine line) : IAsyncDisposable
{
    public Guid Id => id;

    public Browser Browser => browser;

    public LiveLine Line => line;

    /// <summary>Waits for the offer and takes it.</summary>
    public async Task Accept(WidgetVisitor visitor)
    {
        await chat.Becomes(visitor, "offered");
        await chat.Configure(CellCommand.AcceptOffer(await chat.ContactOf(visitor), id));
    }

    public async Task End(WidgetVisitor visitor, long lastMessage) =>
        await chat.Configure(CellCommand.EndSegment(await chat.ContactOf(visitor), id, lastMessage));

    public Task<HttpResponseMessage> Write(WidgetVisitor visitor, string text, string kind = "reply", Guid? clientId = null) =>
        browser.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/messages",
            new { clientId = clientId ?? Guid.NewGuid(), kind, text }, CancellationToken.None);

    public Task<JsonElement> Read(WidgetVisitor visitor) =>
        browser.GetFromJsonAsync<JsonElement>($"/api/conversations/{visitor.Conversation}", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await chat.Cell.Send(CellCommand.SignOut(id), CancellationToken.None);
        await line.DisposeAsync();
        browser.Dispose();
    }
}
