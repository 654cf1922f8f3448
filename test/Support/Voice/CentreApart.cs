using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Centrala.Protocols.Sip;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Host;
using Centrala.Server.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Testing.Voice;

/// <summary>
/// A centre with a telephone as people run it: server, telephone and PostgreSQL are processes of their own, each of which
/// can be killed, stopped and started again. All agents' phones are one program at one port.
/// </summary>
public sealed class CentreApart : IAsyncDisposable
{
    const string Partner = "Slumber", PhonePassword = "secret";

    readonly string folder = Directory.CreateTempSubdirectory("centrala-apart-").FullName;
    readonly Guid partner = Guid.CreateVersion7(), queue = Guid.CreateVersion7();
    readonly List<(Guid Id, string Email)> agents = [];
    readonly TimeSpan wrapUp;
    readonly string program;
    PrivatePostgres postgres = null!;
    Database database = null!;
    Process? server;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort(SocketType.Stream, ProtocolType.Tcp)}");

    /// <summary>Where carriers and phones send SIP.</summary>
    public IPEndPoint Sip { get; } = new(IPAddress.Loopback, FreePort(SocketType.Dgram, ProtocolType.Udp));

    CentreApart(TimeSpan wrapUp, string program) => (this.wrapUp, this.program) = (wrapUp, program);

    /// <summary>Agents' ids.</summary>
    public IEnumerable<Guid> Agents => agents.Select(agent => agent.Id);

    /// <summary>Makes the centre and starts it. Its carrier calls from 127.0.0.7.</summary>
    /// <param name="wrapUp">Two minutes unless it is said.</param>
    /// <param name="program">The one beside the caller unless it is said.</param>
    public static async Task<CentreApart> Start(int agents, TimeSpan? wrapUp = null, string? program = null)
    {
        var centre = new CentreApart(wrapUp ?? TimeSpan.FromMinutes(2), program ?? typeof(CentralaHost).Assembly.Location);
        centre.postgres = await PrivatePostgres.Start(centre.folder, CancellationToken.None);
        await centre.Make(agents);
        centre.database = new(centre.postgres.ConnectionString);
        await File.WriteAllTextAsync(Path.Combine(centre.folder, VoiceSettings.FileName), $$"""
            {
              "listen": { "udp": "{{centre.Sip}}" }, "phones": ["127.0.0.1/32"], "callsMax": 5000, "newCallsPerSecondMax": 5000,
              "trunks": [{ "name": "carrier", "sources": ["127.0.0.7/32"] }]
            }
            """);
        await centre.StartServer();
        return centre;
    }

    /// <summary>Comes back when calls are taken.</summary>
    public async Task StartServer()
    {
        server = Process.Start("sh",
            ["-c", "log=$1; shift; exec dotnet \"$@\" >> \"$log\" 2>&1", "sh", folder + ".log", program,
                "run", "--data", folder, "--port", $"{Address.Port}", "--database", postgres.ConnectionString]);
        await Until.True(IsOpen);
        await Until.True(TakesCalls);
    }

    /// <summary>As the kernel kills: nothing is flushed, nobody is told.</summary>
    public async Task KillServer()
    {
        server!.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>As an operator stops it.</summary>
    public async Task StopServer()
    {
        await Signal("TERM", server!.Id);
        await server.WaitForExitAsync();
    }

    /// <summary>The telephone's process; null when there is none.</summary>
    public Process? Telephone()
    {
        try
        {
            return Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(folder, "voice", "pid")), CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or FormatException)
        {
            return null;
        }
    }

    /// <summary>As the kernel kills.</summary>
    public Task KillTelephone() => Signal("KILL", Telephone()!.Id);

    /// <summary>The telephone stands still: it answers nobody, and its socket is open all the same.</summary>
    public Task FreezeTelephone() => Signal("STOP", Telephone()!.Id);

    /// <summary>PostgreSQL stands still: whoever asks it waits.</summary>
    public Task FreezePostgres() => Signal("STOP", [.. PostgresProcesses()]);

    public Task ThawPostgres() => Signal("CONT", [.. PostgresProcesses()]);

    /// <summary>Whether a call would be let in now: asked as a carrier's proxy asks.</summary>
    public async Task<bool> TakesCalls()
    {
        using var carrier = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        var options = $"OPTIONS sip:{Sip} SIP/2.0\r\nVia: SIP/2.0/UDP {carrier.Client.LocalEndPoint};branch=z9hG4bK{Guid.NewGuid():n};rport\r\n"
            + $"From: <sip:carrier@127.0.0.7>;tag=1\r\nTo: <sip:{Sip}>\r\nCall-ID: {Guid.NewGuid():n}\r\nCSeq: 1 OPTIONS\r\n"
            + "Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        try
        {
            await carrier.SendAsync(System.Text.Encoding.UTF8.GetBytes(options), Sip, soon.Token);
            var answer = await carrier.ReceiveAsync(soon.Token);
            return System.Text.Encoding.UTF8.GetString(answer.Buffer).StartsWith("SIP/2.0 200", StringComparison.Ordinal);
        }
        catch (Exception silent) when (silent is OperationCanceledException or SocketException)
        {
            return false;
        }
    }

    async Task<bool> IsOpen()
    {
        try
        {
            using var browser = new Browser(Address);
            using var answer = await browser.GetAsync(new Uri("/health/live", UriKind.Relative));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Registers all phones at a port of this machine.</summary>
    public async Task RegisterPhones(int port)
    {
        var file = Path.Combine(folder, "phones.csv");
        await File.WriteAllLinesAsync(file, ["SEQUENTIAL", .. agents.Select((_, i) =>
            $"{Name(i)};[authentication username={Name(i)} password={PhonePassword}]")]);
        var (exit, said) = await Sipp.Play(Scenarios.RegisterFromFile,
            $"-i 127.0.0.1 -p {port} -auth_uri centrala -inf {file} -r 100 -m {agents.Count} {Sip}");
        if (exit != 0) throw new InvalidOperationException(said);
    }

    /// <summary>The agent signs in, opens the workspace, and is available.</summary>
    public async Task<(Browser Browser, LiveClient Line)> Open(int agent)
    {
        var browser = new Browser(Address);
        using var signedIn = await browser.PostAsJsonAsync("/api/session", new { agents[agent].Email, People.Password });
        signedIn.EnsureSuccessStatusCode();
        var line = await LiveClient.Connect(Address, browser);
        await line.Hear("desk", desk => desk.GetProperty("agent").GetProperty("reachable").GetBoolean());
        using var available = await browser.PutAsJsonAsync("/api/desk/state", new { state = "available" });
        available.EnsureSuccessStatusCode();
        return (browser, line);
    }

    /// <summary>Puts commands into the router's inbox, as whoever takes something in does; comes back when they are decided.</summary>
    public async Task Tell(IReadOnlyCollection<CellCommand> commands)
    {
        await using var inbox = database.Intake.CreateCommand("insert into inbox (cell, command) select $1, unnest($2)");
        inbox.Parameters.Add(new() { Value = Cell.Default });
        inbox.Parameters.Add(new() { Value = commands.Select(command => Inbox.Encoded(command)).ToArray() });
        await inbox.ExecuteNonQueryAsync();
        await using var left = database.Writer.CreateCommand("select count(*) from inbox");
        await Until.True(async () => (long)(await left.ExecuteScalarAsync())! == 0);
    }

    /// <summary>The processes of each part.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Processes()
    {
        using var telephone = Telephone();
        return new Dictionary<string, IReadOnlyList<int>>
        {
            ["server"] = [server!.Id],
            ["telephone"] = telephone is null ? [] : [telephone.Id],
            ["postgresql"] = PostgresProcesses(),
        };
    }

    public async Task<T?> Row<T>(string sql)
    {
        await using var work = await database.Begin(Actor.System, CancellationToken.None);
        return await work.Single<T>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await ThawPostgres();
        if (server is { HasExited: false }) await StopServer();
        using (var left = Telephone()) left?.Kill();
        server?.Dispose();
        await database.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".log");
    }

    public static int FreePort(SocketType type, ProtocolType protocol)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, type, protocol);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    static string Name(int agent) => string.Create(CultureInfo.InvariantCulture, $"phone{agent}");

    async Task Make(int count)
    {
        var settings = new Settings { ConnectionString = postgres.ConnectionString, DataFolder = folder, Port = 0 };
        await using var app = await CentralaHost.Build(settings, CancellationToken.None);
        await app.StartAsync();
        await AddRows(app.Services.GetRequiredService<Database>());
        var book = app.Services.GetRequiredService<VoiceBook>();
        var cell = app.Services.GetRequiredService<Cell>();
        await Tell(cell, CellCommand.ConfigurePartner(partner));
        await Tell(cell, CellCommand.ConfigureQueue(new() { Id = queue, Partner = partner, WrapUp = wrapUp }));
        for (var i = 0; i < count; i++) await AddAgent(app.Services.GetRequiredService<Database>(), book, cell, i);
        await app.StopAsync();
    }

    async Task AddRows(Database made)
    {
        await using var work = await made.Begin(Actor.System, CancellationToken.None);
        await work.Execute($"""
            insert into partner (id, name, colour, languages, last_edit) values (@partner, '{Partner}', '#0b6e6e', '{"{en}"}', '');
            insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection, auto_accept,
              wrap_up_seconds, target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds, skips_empty_steps,
              when_full, when_closed, on_closing, last_edit)
            values (@queue, @partner, 'Calls', '{"{call}"}', 'any', 0, 1000, 1000000, 'longest-idle', false, 120, 20, 8000, 3600, 3600,
              false, 'end', 'take-message', 'none', '');
            insert into telephone_number (id, number, partner_id, queue_id, greeting, last_edit)
            values (@queue, '{Scenarios.Number}', @partner, @queue, 'ringing', '');
            """, new { partner, queue });
        await work.Commit();
    }

    async Task AddAgent(Database made, VoiceBook book, Cell cell, int number)
    {
        var person = await People.Add(made, TimeProvider.System, ["agent"], [partner]);
        agents.Add((person.Id, person.Email));
        await using (var work = await made.Begin(Actor.System, CancellationToken.None))
        {
            await work.Execute("""
                insert into agent (id, person_version, last_edit) select id, version, '' from person where id = @Id;
                insert into sip_account (person_id, user_name, secrets, made_at) values (@Id, @name, @secrets, now());
                """, new { person.Id, name = Name(number), secrets = Secrets(book, person.Id, Name(number)) });
            await work.Commit();
        }
        await Tell(cell, CellCommand.ConfigureAgent(new() { Id = person.Id, Partners = [partner], Queues = [queue] }));
    }

    static byte[] Secrets(VoiceBook book, Guid person, string name) => book.Seal(person,
        DigestSecret.Md5(name, "centrala", PhonePassword), DigestSecret.Sha256(name, "centrala", PhonePassword));

    static async Task Tell(Cell cell, CellCommand command)
    {
        var decision = await cell.Send(command, CancellationToken.None);
        if (!decision.Done) throw new InvalidOperationException($"Refused: {decision.Refusal?.Name ?? decision.Problem?.Name}");
    }

    /// <summary>By the folder that they work in, so that nobody else's are meant; each writes into its name what it does.</summary>
    List<int> PostgresProcesses()
    {
        var cluster = Directory.EnumerateDirectories(Path.Combine(folder, "postgres")).Single();
        return [.. Process.GetProcesses().Select(process => process.Id)
            .Where(id => new FileInfo($"/proc/{id}/cwd").LinkTarget == cluster)];
    }

    static async Task Signal(string signal, params IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", ["-" + signal, .. processes.Select(id => $"{id}")]);
        await kill.WaitForExitAsync();
    }
}
