using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

/// <summary>A centre with two partners, a queue of each, and Polish: the rows and what the router is told of them.</summary>
sealed class DeskCentre : IAsyncDisposable
{
    DeskCentre(TestCentre centre) => Centre = centre;

    public TestCentre Centre { get; }
    public Guid Slumber { get; } = Guid.CreateVersion7();
    public Guid Kablo { get; } = Guid.CreateVersion7();
    public Guid Advice { get; } = Guid.CreateVersion7();
    public Guid Invoices { get; } = Guid.CreateVersion7();
    public Guid Polish { get; } = Guid.CreateVersion7();
    public Guid Lunch { get; } = Guid.CreateVersion7();
    public Guid Arranged { get; } = Guid.CreateVersion7();

    Cell Cell => Centre.Service<Cell>();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeskCentre> Start(PostgresServer postgres, Func<Settings, Settings>? adjust = null)
    {
        // The line's keep-alive and the cell's clock run, as they do in use.
        var desk = new DeskCentre(await TestCentre.Start(postgres, TimeProvider.System, adjust: adjust));
        await desk.AddRows();
        await desk.Tell(CellCommand.ConfigurePartner(desk.Slumber));
        await desk.Tell(CellCommand.ConfigurePartner(desk.Kablo));
        await desk.Tell(CellCommand.ConfigureSkill(desk.Polish, isLanguage: true));
        await desk.Tell(CellCommand.ConfigureQueue(desk.QueueOf(desk.Advice, desk.Slumber)));
        await desk.Tell(CellCommand.ConfigureQueue(desk.QueueOf(desk.Invoices, desk.Kablo)));
        return desk;
    }

    /// <summary>An agent who speaks Polish and is a member of the partner's queue, signed in, with a live line.</summary>
    public async Task<AgentDesk> AddAgent(Guid? partner = null, string role = "agent")
    {
        var served = partner ?? Slumber;
        var person = await Centre.AddPerson([role], served);
        await using (var work = await Centre.Database.Begin(Actor.System, Cancel))
        {
            // As the router knows him: what follows people has nothing to tell it.
            await work.Execute("insert into agent (id, person_version, last_edit) select id, version, '' from person where id = @Id",
                new { person.Id });
            await work.Commit();
        }
        await Tell(CellCommand.ConfigureAgent(new()
        {
            Id = person.Id,
            Skills = [new(Polish, 5)],
            Partners = [served],
            Queues = [served == Slumber ? Advice : Invoices],
        }));
        var browser = await Centre.SignIn(person);
        var line = await LiveClient.Connect(Centre, browser);
        await line.Hear("desk", desk => desk.GetProperty("agent").GetProperty("reachable").GetBoolean());
        return new(person.Id, browser, line);
    }

    /// <returns>The contact's id.</returns>
    public async Task<Guid> Arrive(Guid? queue = null)
    {
        var id = Guid.CreateVersion7();
        var arrival = new Arrival { Id = id, Queue = 0, Channel = Channel.Chat, ArrivedAt = Centre.Settings.Time.GetUtcNow() };
        await Tell(CellCommand.Arrive(arrival, queue ?? Advice, Polish));
        return id;
    }

    public ValueTask DisposeAsync() => Centre.DisposeAsync();

    async Task Tell(CellCommand command)
    {
        var decision = await Cell.Send(command, Cancel);
        Assert.True(decision.Done, decision.Refusal?.Name ?? decision.Problem?.Name);
    }

    QueueSettings QueueOf(Guid id, Guid partner) => new()
    {
        Id = id,
        Partner = partner,
        Steps = [new(new Requirement.CustomersLanguage(3))],
        AllowsPicking = true,
    };

    async Task AddRows()
    {
        await using var work = await Centre.Database.Begin(Actor.System, Cancel);
        await work.Execute("""
            insert into partner (id, name, colour, languages, last_edit)
            values (@Slumber, 'Slumber', '#3b5bdb', '{pl}', ''), (@Kablo, 'Kablo', '#2b8a3e', '{tr}', '');
            insert into skill (id, kind, word, language, name, last_edit)
            values (@Polish, 'language', 'test-polish', 'x-test', 'Polish', '');
            insert into away_kind (id, name, position, last_edit) values (@Lunch, 'Lunch', 1, '');
            insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection,
              auto_accept, wrap_up_seconds, target_seconds, target_basis_points, silent_reminder_seconds,
              silent_close_seconds, skips_empty_steps, when_full, when_closed, on_closing, last_edit)
            select id, partner, name, '{chat}', 'any', 0, 1000, 1000000, 'longest-idle', false, 120, 20, 8000, 120, 300,
              false, 'end', 'take-message', 'none', ''
            from (values (@Advice::uuid, @Slumber::uuid, 'Advice'), (@Invoices::uuid, @Kablo::uuid, 'Invoices')) q (id, partner, name);
            insert into disposition (id, queue_id, name, position) values (@Arranged, @Advice, 'Exchange arranged', 1);
            """, this);
        await work.Commit();
    }
}

/// <summary>An agent at the desk: over HTTP and on the live line.</summary>
sealed record AgentDesk(Guid Id, Browser Browser, LiveClient Line)
{
    public Task<HttpResponseMessage> Become(object state) => Browser.PutAsJsonAsync("/api/desk/state", state);

    public Task<HttpResponseMessage> Do(Guid contact, string what, object? request = null) =>
        Browser.PostAsJsonAsync($"/api/contacts/{contact}/{what}", request ?? new { });

    public Task<JsonElement> Desk() => Browser.GetFromJsonAsync<JsonElement>("/api/desk");

    /// <summary>Waits for a desk that satisfies a condition.</summary>
    public Task<JsonElement> See(Func<JsonElement, bool> condition) => Line.Hear("desk", condition);
}
