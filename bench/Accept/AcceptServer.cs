using System.Net;
using Centrala.Core.Routing;
using Centrala.Server.Chat;
using Centrala.Server.Dispatch;
using Centrala.Server.Foundation;
using Centrala.Server.Host;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Centrala.Bench.Accept;

/// <summary>The real program with one partner, one queue and one widget, on a database of its own.</summary>
sealed class AcceptServer : IAsyncDisposable
{
    public const string Key = "accept-web";

    /// <summary>All load comes from one address: its limits are not what is measured.</summary>
    const int Unlimited = 10_000_000;

    readonly WebApplication app;

    AcceptServer(string name, WebApplication app) => (Name, this.app) = (name, app);

    public string Name { get; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="keep">Another way of keeping chats than the program's own; null for its own.</param>
    /// <param name="inMemory">Nothing that comes in is stored: neither the chats nor what the cell decides.</param>
    public static async Task<AcceptServer> Start(
        string name, string connectionString, string dataFolder, Func<IServiceProvider, NewConversations>? keep, bool inMemory)
    {
        var settings = new Settings
        {
            ConnectionString = connectionString,
            DataFolder = dataFolder,
            Port = 0,
            Listen = IPAddress.Loopback,
        };
        var app = await CentralaHost.Build(settings, CancellationToken.None, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Services.AddSingleton(new WidgetLimits { Starts = Unlimited, StartsPerSecond = Unlimited });
            if (keep is not null) builder.Services.AddSingleton(keep);
            if (inMemory) KeepNothing(builder.Services);
        });
        await app.StartAsync();
        var server = new AcceptServer(name, app);
        await server.Prepare();
        return server;
    }

    static void KeepNothing(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(CellHost)));
        services.AddSingleton<CellInMemory>().AddHostedService(provider => provider.GetRequiredService<CellInMemory>());
        services.AddSingleton(provider => new NewConversations(provider.GetRequiredService<CellInMemory>().Keep));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>
    /// Waits until the cell has routed every chat that was accepted, and the history has them all: the next measurement pays
    /// for no earlier one.
    /// </summary>
    public async Task Settle()
    {
        while (app.Services.GetService<CellInMemory>() is { IsIdle: false }) await Task.Delay(20);
        await using var connection = await app.Services.GetRequiredService<Server.Database.Database>().Owner.OpenConnectionAsync();
        while (await connection.ExecuteScalarAsync<bool>("""
            select exists (select from inbox) or exists (select from history_entry where due)
              or exists (select from cell c left join history_position h on h.cell = c.id where coalesce(h.sequence, 0) <> c.sequence)
            """)) await Task.Delay(200);
    }

    /// <summary>As the database does by itself within a minute: until then the history's plans are those for empty tables, which
    /// read the whole of them for each batch.</summary>
    public async Task CountRows()
    {
        await using var connection = await app.Services.GetRequiredService<Server.Database.Database>().Owner.OpenConnectionAsync();
        await connection.ExecuteAsync("analyze conversation, message, contact, history_entry, history_word");
    }

    async Task Prepare()
    {
        var (partner, queue) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var connection = await app.Services.GetRequiredService<Server.Database.Database>().Owner.OpenConnectionAsync();
        await connection.ExecuteAsync("""
            insert into partner (id, name, colour, languages, last_edit) values (@partner, 'Slumber', '#0b6e6e', '{pl}', '');
            insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection, auto_accept,
              target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds, skips_empty_steps, when_full,
              when_closed, on_closing, last_edit)
            values (@queue, @partner, 'Chats', '{chat}', 'any', 0, 1000, 1000000, 'longest-idle', false, 20, 8000, 3600, 3600,
              false, 'end', 'take-message', 'none', '');
            insert into widget (id, key, partner_id, name, colour, languages, queue_id, origins, name_field, email_field, consent,
              greetings, files_per_message)
            values (gen_random_uuid(), @Key, @partner, 'Slumber', '#0b6e6e', '{pl}', @queue, '{*}', 'optional', 'optional', true,
              '{}', 3)
            """, new { partner, queue, Key });
        var cell = app.Services.GetRequiredService<Cell>();
        await cell.Send(CellCommand.ConfigurePartner(partner), CancellationToken.None);
        await cell.Send(CellCommand.ConfigureQueue(new QueueSettings { Id = queue, Partner = partner }), CancellationToken.None);
    }
}
