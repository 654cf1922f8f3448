using Centrala.Server.Chat;
using Centrala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Bench.Chat;

/// <summary>The real program with the built browser programs; all load comes from one address, whose limits are lifted.</summary>
sealed class BusyFloor(PostgresServer postgres) : ChatFloor(
    postgres, TimeProvider.System, settings => settings with { WebFolder = WebFolder() },
    builder => builder.Services.AddSingleton(new WidgetLimits
    {
        Starts = Unlimited,
        StartsPerSecond = Unlimited,
        Writes = Unlimited,
        WritesPerSecond = Unlimited,
        Reads = Unlimited,
        ReadsPerSecond = Unlimited,
    }))
{
    const int Unlimited = 10_000_000;

    /// <exception cref="DirectoryNotFoundException">The web was not built: <c>./centrala build</c>.</exception>
    static string WebFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var web = Path.Combine(folder.FullName, "artifacts", "web");
            if (File.Exists(Path.Combine(web, "workspace", "index.html"))) return web;
        }
        throw new DirectoryNotFoundException("The web is not built: ./centrala build makes it.");
    }
}
