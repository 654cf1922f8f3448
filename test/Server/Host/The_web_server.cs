using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Centrala.Server.Host;
using Centrala.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Centrala.Server.Tests.Host;

public sealed class The_web_server(PostgresServer postgres) : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("centrala-web-").FullName;
    Settings settings = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "workspace", "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "workspace", "index.html"), "<script nonce=\"{{nonce}}\"></script>", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "workspace", "assets", "a-1.js"), new string('a', 5000), Cancel);
        settings = new Settings
        {
            ConnectionString = await postgres.CreateDatabase(),
            DataFolder = folder,
            WebFolder = folder,
            Port = 0,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.Drop(settings.ConnectionString);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Gives_each_page_a_nonce_of_its_own_that_its_policy_names()
    {
        await using var app = await Start(settings);
        using var client = Client(app);
        var (first, second) = (await client.GetAsync("/", Cancel), await client.GetAsync("/queue/any", Cancel));

        var nonce = (await first.Content.ReadAsStringAsync(Cancel)).Split('"')[1];
        Assert.True(nonce.Length >= 22);
        Assert.Contains($"script-src 'nonce-{nonce}'", Policy(first), StringComparison.Ordinal);
        Assert.NotEqual(Policy(first), Policy(second));
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Sends_hashed_files_once_and_compressed()
    {
        await using var app = await Start(settings);
        using var client = Client(app);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var answer = await client.GetAsync("/assets/a-1.js", Cancel);

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.True(answer.Content.Headers.ContentLength < 200);

        client.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/assets/a-1.js", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/assets/none.js")]
    [InlineData("/api/none")]
    [InlineData("/widget/none.js")]
    [InlineData("/assets/..%2f..%2finstallation.key")]
    [InlineData("/..%2finstallation.key")]
    public async Task Answers_with_a_problem_where_there_is_nothing(string path)
    {
        await using var app = await Start(settings);
        using var client = Client(app);
        var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Problem.MediaType, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Is_live_and_ready_and_shows_its_metrics_to_this_machine()
    {
        await using var app = await Start(settings);
        using var client = Client(app);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancel)).StatusCode);
        await Testing.Until.True(async () => (await client.GetAsync("/health/ready", Cancel)).StatusCode == HttpStatusCode.OK);
        Assert.Contains("dotnet_gc", await client.GetStringAsync("/metrics", Cancel), StringComparison.Ordinal);

        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/metrics", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Believes_forwarded_headers_of_trusted_proxies_only()
    {
        await using var strict = await Start(settings, Echo);
        await using var trusting = await Start(settings with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] }, Echo);
        Assert.Equal("127.0.0.1 http", await Forwarded(strict, "203.0.113.9"));
        Assert.Equal("203.0.113.9 https", await Forwarded(trusting, "203.0.113.9"));
        // What a client wrote before the proxy added its address is the client's word, not the proxy's.
        Assert.Equal("203.0.113.9 https", await Forwarded(trusting, "198.51.100.1, 203.0.113.9"));
    }

    [Fact]
    public async Task Speaks_tls_and_takes_a_renewed_certificate_without_a_restart()
    {
        var time = new FakeTime();
        var files = new TlsFiles(Path.Combine(folder, "tls.pem"), Path.Combine(folder, "tls-key.pem"));
        WriteCertificate(files, "first.example");
        await using var app = await Start(settings with { Tls = files, Time = time });
        Assert.Equal("CN=first.example", await Shown(app));

        WriteCertificate(files, "second.example");
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("CN=second.example", await Shown(app));

        await File.WriteAllTextAsync(files.Certificate, "half a file", Cancel);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("CN=second.example", await Shown(app));
    }

    static async Task<Running> Start(Settings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var app = await CentralaHost.Build(settings, Cancel, configure);
        if (configure is not null)
            app.MapGet("/test/echo", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}")
                .OpenToAnybody("Of this test.");
        await app.StartAsync(Cancel);
        return new(app);
    }

    sealed class Running(WebApplication app) : IAsyncDisposable
    {
        public Uri Address { get; } = new(app.Urls.First());

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }
    }

    static void Echo(WebApplicationBuilder builder) { }

    static HttpClient Client(Running app) => new() { BaseAddress = app.Address };

    static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    static async Task<string> Forwarded(Running app, string from)
    {
        using var client = Client(app);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return await client.GetStringAsync("/test/echo", Cancel);
    }

    static void WriteCertificate(TlsFiles files, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
    }

    static async Task<string> Shown(Running app)
    {
        var subject = "";
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => (subject = certificate!.Subject) != "",
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = app.Address };
        (await client.GetAsync("/health/live", Cancel)).EnsureSuccessStatusCode();
        return subject;
    }
}
