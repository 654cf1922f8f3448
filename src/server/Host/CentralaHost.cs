using System.Net.Security;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Centrala.Server.Host;

/// <summary>Puts the program together; used by the command line and by tests alike.</summary>
public static class CentralaHost
{
    /// <summary>Brings the database's schema up to date and builds the web application, not yet started.</summary>
    public static async Task<WebApplication> Build(
        Settings settings, CancellationToken cancel, Action<WebApplicationBuilder>? configure = null)
    {
        var database = new Database.Database(settings.ConnectionString);
        await DatabaseFitness.Require(database, cancel);
        await Migrations.Apply(database, Modules.All, cancel);
        return Assemble(settings, database, configure);
    }

    /// <summary>Builds the web application on a database that is taken as it is.</summary>
    public static WebApplication Assemble(
        Settings settings, Database.Database database, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "centrala" });
        Listen(builder, settings);
        // The framework tells every request with its address and query: too much, and none of a log's business.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            // A refused call on the live line is an answer, counted like the others; what fails is logged by its filter.
            .AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None)
            .AddSimpleConsole(console => console.SingleLine = true);
        // Made by a factory, the pools end with the container, after everything that uses them.
        builder.Services.AddSingleton(settings).AddSingleton(settings.Time).AddSingleton(_ => database);
        builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = answer => CountRefusals.Note(answer.HttpContext, answer.ProblemDetails));
        Description.AddServices(builder.Services);
        builder.Services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
        builder.Services.AddExceptionHandler<FailureAnswer>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = WebLimits.Drain);
        foreach (var module in Modules.All) module.AddServices(builder.Services, builder.Configuration);
        configure?.Invoke(builder);

        var app = builder.Build();
        if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings));
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CountRefusals>();
        app.UseMiddleware<ReadersLanguage>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusAnswer.Write);
        app.UseWebSockets();
        app.UseRouting();
        foreach (var module in Modules.All) module.UseMiddleware(app);
        app.UseMiddleware<PermissionGate>();
        app.UseMiddleware<FormsOnly>();
        foreach (var module in Modules.All) module.MapRoutes(app);
        return app;
    }

    static void Listen(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        var certificate = settings.Tls is { } files ? new CertificateFiles(files, settings.Time) : null;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            WebLimits.Apply(kestrel);
            kestrel.Listen(settings.Listen, settings.Port, listen =>
            {
                if (certificate is null) return;
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => ValueTask.FromResult(
                        new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current() }),
                });
            });
        });
    }

    static ForwardedHeadersOptions Forwarded(Settings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // As many hops as are known; the first stranger's address is the client's.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
