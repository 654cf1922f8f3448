using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Centrala.Core.Vocabulary;
using Centrala.Protocols.Sip;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Foundation;
using Centrala.Server.Host;
using Centrala.Server.Voice;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Bench.Voice;

/// <summary>A centre with a telephone, one queue behind a number, and agents whose phones are all one program: sipp.</summary>
sealed class VoiceFloor : IAsyncDisposable
{
    public const string Number = "+48225550100";
    const string Password = "bench";

    readonly string folder = Directory.CreateTempSubdirectory("centrala-voice-").FullName;
    readonly Guid partner = Guid.CreateVersion7(), queue = Guid.CreateVersion7();
    readonly List<Guid> agents = [];
    PrivatePostgres postgres = null!;
    WebApplication app = null!;

    public IPEndPoint At => app.Services.GetRequiredService<Telephony>().ListensAt[SipTransport.Udp];

    public static async Task<VoiceFloor> Open(int agents)
    {
        var floor = new VoiceFloor();
        floor.postgres = await PrivatePostgres.Start(floor.folder, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(floor.folder, VoiceSettings.FileName), """
            {
              "listen": { "udp": "127.0.0.1:0" }, "phones": ["127.0.0.1/32"], "callsMax": 5000, "newCallsPerSecondMax": 5000,
              "trunks": [{ "name": "carrier", "sources": ["127.0.0.7/32"] }]
            }
            """);
        var settings = new Settings { ConnectionString = floor.postgres.ConnectionString, DataFolder = floor.folder, Port = 0, TelephoneInside = true };
        floor.app = await CentralaHost.Build(settings, CancellationToken.None);
        for (var i = 0; i < agents; i++) floor.agents.Add(Guid.CreateVersion7());
        await floor.app.StartAsync();
        await floor.AddRows();
        await floor.TellRouter();
        return floor;
    }

    /// <summary>A line a phone, for sipp: its name and how it authenticates.</summary>
    public string PhonesFile()
    {
        var file = Path.Combine(folder, "phones.csv");
        File.WriteAllLines(file, ["SEQUENTIAL", .. agents.Select((_, i) => $"{Name(i)};[authentication username={Name(i)} password={Password}]")]);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somewhere for sound to go: nobody reads it.</summary>
    public static Socket Sink(string address)
    {
        var sink = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 16 };
        sink.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return sink;
    }

    static string Name(int agent) => string.Create(CultureInfo.InvariantCulture, $"phone{agent}");

    async Task AddRows()
    {
        var book = app.Services.GetRequiredService<VoiceBook>();
        await using (var owner = await app.Services.GetRequiredService<Database>().Owner.OpenConnectionAsync())
        {
            await owner.ExecuteAsync("""
                insert into partner (id, name, colour, languages, last_edit) values (@partner, 'Slumber', '#0b6e6e', '{en}', '');
                insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection, auto_accept,
                  target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds, skips_empty_steps, when_full,
                  when_closed, on_closing, last_edit)
                values (@queue, @partner, 'Calls', '{call}', 'any', 0, 1000, 1000000, 'longest-idle', false, 20, 8000, 3600, 3600,
                  false, 'end', 'take-message', 'none', '');
                insert into telephone_number (id, number, partner_id, queue_id, greeting, last_edit)
                values (@queue, @Number, @partner, @queue, 'ringing', '');
                """, new { partner, queue, Number });
            for (var i = 0; i < agents.Count; i++)
                await owner.ExecuteAsync("""
                    insert into person (id, email, name, language, roles, created_at) values (@id, @name || '@bench.example', @name, 'en', '{agent}', now());
                    insert into agent (id, person_version, last_edit) values (@id, 1, '');
                    insert into sip_account (person_id, user_name, secrets, made_at) values (@id, @name, @secrets, now());
                    """, new { id = agents[i], name = Name(i), secrets = Secrets(book, i) });
        }
        await book.Read(CancellationToken.None);
    }

    byte[] Secrets(VoiceBook book, int agent) => book.Seal(agents[agent],
        DigestSecret.Md5(Name(agent), "centrala", Password), DigestSecret.Sha256(Name(agent), "centrala", Password));

    async Task TellRouter()
    {
        var cell = app.Services.GetRequiredService<Cell>();
        await Tell(cell, CellCommand.ConfigurePartner(partner));
        await Tell(cell, CellCommand.ConfigureQueue(new() { Id = queue, Partner = partner, WrapUp = TimeSpan.Zero }));
        foreach (var agent in agents)
        {
            await Tell(cell, CellCommand.ConfigureAgent(new() { Id = agent, Partners = [partner], Queues = [queue] }));
            await Tell(cell, CellCommand.Reconnect(agent));
            await Tell(cell, CellCommand.ChooseState(agent, AgentState.Available));
        }
    }

    static async Task Tell(Cell cell, CellCommand command)
    {
        var decision = await cell.Send(command, CancellationToken.None);
        if (!decision.Done) throw new InvalidOperationException($"Refused: {decision.Refusal?.Name ?? decision.Problem?.Name}");
    }
}
