using Centrala.Server.Database;

namespace Centrala.Server.Host;

/// <summary>The command <c>run</c>: database, schema, web server; at the end the same backwards, the database last.</summary>
static class RunServer
{
    public static async Task<int> Run(Options options, CancellationToken stop)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        await using var postgres = options.Database is null
            ? await PrivatePostgres.Start(options.DataFolder, stop, log: logs.CreateLogger<PrivatePostgres>())
            : null;
        var settings = ReadSettings(options, options.Database ?? postgres!.ConnectionString);

        await using var app = await CentralaHost.Build(settings, stop);
        await app.StartAsync(stop);
        Console.WriteLine($"Centrala is open at {string.Join(" and ", app.Urls)}");
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
        Tls = ReadTls(options),
        TrustedProxies = options.TrustedProxies,
        MetricsFrom = options.MetricsFrom,
    };

    static TlsFiles? ReadTls(Options options) => (options.TlsCertificate, options.TlsKey) switch
    {
        (null, null) => null,
        ({ } certificate, { } key) => new(certificate, key),
        _ => throw new OptionsException("--tls-certificate and --tls-key go together."),
    };
}
