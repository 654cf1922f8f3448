namespace Centrala.Server.Host;

/// <summary>The command <c>openapi</c>: writes the description of the interface, without a database and without serving.</summary>
static class WriteDescription
{
    /// <summary>Where the repository keeps it.</summary>
    public const string Path = "docs/developing/openapi.json";

    public static async Task<int> Run(Options options, CancellationToken stop)
    {
        var file = options.Files.Count > 0 ? options.Files[0] : Path;
        var settings = new Settings { ConnectionString = "Host=none", DataFolder = options.DataFolder };
        await using var app = CentralaHost.Assemble(settings, new Database.Database(settings.ConnectionString));
        // The framework describes the routes that a pipeline knows; this one is never started.
        app.UseEndpoints(_ => { });
        await File.WriteAllTextAsync(file, await Description.Write(app.Services, stop), stop);
        return 0;
    }
}
