using Centrala.Server.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Testing;

/// <summary>The real program on a free port, with a database of its own and a clock that the test turns.</summary>
public sealed class TestCentre : IAsyncDisposable
{
    readonly PostgresServer postgres;
    readonly Action<WebApplicationBuilder>? configure;

    TestCentre(
        PostgresServer postgres, string connectionString, TimeProvider? time, Action<WebApplicationBuilder>? configure,
        Func<Settings, Settings> adjust)
    {
        (this.postgres, this.configure) = (postgres, configure);
        Settings = adjust(new Settings
        {
            ConnectionString = connectionString,
            DataFolder = Directory.CreateTempSubdirectory("centrala-data-").FullName,
            Port = 0,
            TelephoneInside = true,
            Time = time ?? Time,
        });
    }

    public FakeTime Time { get; } = new();

    public Settings Settings { get; }

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public Server.Database.Database Database => Service<Server.Database.Database>();

    /// <param name="time">Null for a clock that stands until <see cref="Time"/> is turned.</param>
    public static async Task<TestCentre> Start(
        PostgresServer postgres, TimeProvider? time = null, Action<WebApplicationBuilder>? configure = null,
        Func<Settings, Settings>? adjust = null)
    {
        var centre = new TestCentre(
            postgres, await postgres.CreateDatabase(), time, configure, adjust ?? (settings => settings));
        await centre.StartProgram();
        return centre;
    }

    public T Service<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A client that keeps cookies and talks to this program.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Stops the program in good order and starts it again on the same data.</summary>
    /// <param name="between">What happens while nothing runs.</param>
    public async Task Restart(Func<Task>? between = null)
    {
        await StopProgram();
        if (between is not null) await between();
        await StartProgram();
    }

    public async ValueTask DisposeAsync()
    {
        await StopProgram();
        await postgres.Drop(Settings.ConnectionString);
        Directory.Delete(Settings.DataFolder, recursive: true);
    }

    async Task StartProgram()
    {
        App = await CentralaHost.Build(Settings, CancellationToken.None, configure);
        await App.StartAsync();
        Address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    async Task StopProgram()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
