using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Centrala.Protocols.Sip;
using Centrala.Server.Tests.Desk;
using Centrala.Server.Voice;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Voice;

/// <summary>A centre with a telephone: a trunk and desk phones on this machine.</summary>
sealed class VoiceCentre : IAsyncDisposable
{
    VoiceCentre(DeskCentre desk, HttpClient admin, int carrierPort) => (Desk, Admin, CarrierPort) = (desk, admin, carrierPort);

    readonly List<AgentDesk> agents = [];

    public DeskCentre Desk { get; }

    public HttpClient Admin { get; }

    /// <summary>Where the trunk takes calls, at 127.0.0.7.</summary>
    public int CarrierPort { get; }

    public IPEndPoint At(SipTransport transport = SipTransport.Udp) => Desk.Centre.Service<Telephony>().ListensAt[transport];

    /// <param name="trunks">Instead of one that calls from 127.0.0.7.</param>
    public static async Task<VoiceCentre> Start(
        PostgresServer postgres, string? trunks = null)
    {
        var carrier = FreePort();
        trunks ??= $$"""[{ "name": "carrier", "sources": ["127.0.0.7/32"], "peers": ["127.0.0.7:{{carrier}}"] }]""";
        var desk = await DeskCentre.Start(postgres, settings =>
        {
            var (certificate, key) = WriteCertificate(settings.DataFolder);
            File.WriteAllText(Path.Combine(settings.DataFolder, VoiceSettings.FileName), $$"""
                {
                  "listen": { "udp": "127.0.0.1:0", "tcp": "127.0.0.1:0", "tls": "127.0.0.1:0",
                              "certificate": "{{certificate}}", "key": "{{key}}" },
                  "phones": ["127.0.0.1/32"], "trunks": {{trunks}}, "mediaPortMin": 30000, "mediaPortMax": 39999
                }
                """);
            return settings;
        });
        await Testing.Until.True(async () => (await desk.Centre.Service<Telephony>().Lines()).TakesCalls);
        return new(desk, await desk.Centre.SignIn("admin"), carrier);
    }

    /// <summary>An agent with an account for a desk phone.</summary>
    public async Task<(AgentDesk Agent, MakePhone.Response Phone)> AddAgent(string role = "agent")
    {
        var agent = await Desk.AddAgent(role: role);
        using var made = await Admin.PostAsync($"/api/agents/{agent.Id}/phone", null, TestContext.Current.CancellationToken);
        made.EnsureSuccessStatusCode();
        return (agent, (await made.Content.ReadFromJsonAsync<MakePhone.Response>(TestContext.Current.CancellationToken))!);
    }

    /// <summary>An agent whose phone is registered at a port of this machine, and who is available.</summary>
    /// <param name="beside">Whether the agents of before stay: otherwise they go, for their phones are gone.</param>
    public async Task<(AgentDesk Agent, int Port, string User)> AddAgentWithPhone(bool beside = false)
    {
        if (!beside) await SendAgentsHome();
        var (agent, port, user) = await AddPhone("agent");
        (await agent.Become(new { state = "available" })).EnsureSuccessStatusCode();
        agents.Add(agent);
        return (agent, port, user);
    }

    /// <summary>Somebody whose phone is registered at a port of this machine.</summary>
    public async Task<(AgentDesk Agent, int Port, string User)> AddPhone(string role)
    {
        var (agent, phone) = await AddAgent(role);
        var port = FreePort();
        var (exit, said) = await Sipp.Play(A_desk_phone.Registering(phone, 200), $"-i 127.0.0.1 -p {port} -auth_uri centrala -m 1 {At()}");
        Assert.True(exit == 0, said);
        // Routing hears of it a moment later.
        await Testing.Until.True(async () => (await agent.Desk()).GetProperty("agent").GetProperty("hasTelephone").GetBoolean());
        return (agent, port, phone.UserName);
    }

    public async Task SendAgentsHome()
    {
        foreach (var agent in agents) await agent.Become(new { state = "offline" });
        agents.Clear();
    }

    /// <summary>Puts the desk's queue behind a number.</summary>
    public async Task AddNumber(string number, string greeting = SaveNumber.Ringing)
    {
        using var saved = await Admin.PutAsJsonAsync($"/api/telephone-numbers/{Guid.CreateVersion7()}",
            new { version = 0, number, queueId = Desk.Advice, languageId = Desk.Polish, greeting }, TestContext.Current.CancellationToken);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What stands in /api/phones.</summary>
    public Task<JsonElement> Phones() => Admin.GetFromJsonAsync<JsonElement>("/api/phones", TestContext.Current.CancellationToken);

    /// <summary>Whether the phone is registered now.</summary>
    public async Task<bool> IsRegistered(string userName) => (await Phones()).GetProperty("phones").EnumerateArray()
        .Any(one => one.GetProperty("userName").GetString() == userName && one.GetProperty("isRegistered").GetBoolean());

    public async Task<T?> Row<T>(string sql)
    {
        await using var work = await Desk.Centre.Database.Begin(Actor.System, TestContext.Current.CancellationToken);
        return await work.Single<T>(sql);
    }

    /// <summary>As <see cref="Row"/>, past all policies.</summary>
    public async Task<T?> Stored<T>(string sql)
    {
        await using var connection = await Desk.Centre.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(sql);
    }

    public async Task Execute(string sql)
    {
        await using var connection = await Desk.Centre.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Desk.DisposeAsync();
    }

    /// <summary>What is over when a peer has waited too long for an answer.</summary>
    public static CancellationToken Soon() => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    public static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    static (string Certificate, string Key) WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        using var made = new CertificateRequest("CN=centre.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var files = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(files.Item1, made.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}

/// <summary>One centre for all tests of the telephone, with a number: they follow one another.</summary>
public sealed class OpenVoice(PostgresServer postgres) : IAsyncLifetime
{
    internal VoiceCentre Centre { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Centre = await VoiceCentre.Start(postgres);
        await Centre.AddNumber(Scenarios.Number);
    }

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class TheTelephone : ICollectionFixture<OpenVoice>
{
    public const string Name = "the telephone";
}
