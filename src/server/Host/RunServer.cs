using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Demo;
using Centrala.Server.Host.Doctor;

namespace Centrala.Server.Host;

/// <summary>The command <c>run</c>: database, schema, web server; at the end the same backwards, the database last.</summary>
static class RunServer
{
    public static Task<int> Run(Options options, CancellationToken stop) => Run(options, demo: false, stop);

    public static Task<int> RunDemo(Options options, CancellationToken stop) => Run(options, demo: true, stop);

    static async Task<int> Run(Options options, bool demo, CancellationToken stop)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        await using var postgres = await OpenDatabase.Alone(options, stop, logs.CreateLogger<PrivatePostgres>());
        var settings = ReadSettings(options, postgres.ConnectionString) with { Demo = demo };
        if (demo) DemoTelephone.SwitchOn(settings.DataFolder);

        await using var app = await CentralaHost.Build(settings, stop);
        await app.StartAsync(stop);
        Console.WriteLine($"Centrala is open at {app.Urls.First()}");
        if (!demo && await FirstAdministrator.Link(app.Services.GetRequiredService<Database.Database>(), settings.Time, stop) is { } link)
            Console.WriteLine($"Nobody can manage it yet. The first administrator opens {app.Urls.First()}{link}");
        if (NetworkFindings.Unprotected(options)) Console.WriteLine(NetworkFindings.UnprotectedAdvice);
        await app.WaitForShutdownAsync(stop);
        Console.WriteLine("Centrala stops.");
        return 0;
    }

    public static Settings ReadSettings(Options options, string connectionString) => new()
    {
        ConnectionString = connectionString,
        DataFolder = Path.GetFullPath(options.DataFolder),
        Port = options.Port,
        Listen = options.Listen,
        WebFolder = options.WebFolder,
        PromptFolder = options.PromptFolder,
        Tls = ReadTls(options),
        TrustedProxies = options.TrustedProxies,
        MetricsFrom = options.MetricsFrom,
    };

    public static TlsFiles? ReadTls(Options options) => (options.TlsCertificate, options.TlsKey) switch
    {
        (null, null) => null,
        ({ } certificate, { } key) => new(certificate, key),
        _ => throw new OptionsException("--tls-certificate and --tls-key go together."),
    };
}
