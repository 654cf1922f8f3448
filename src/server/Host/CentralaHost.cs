using Centrala.Server.Access;
using Centrala.Server.Database;

namespace Centrala.Server.Host;

/// <summary>Puts the program together; used by the command line and by tests alike.</summary>
public static class CentralaHost
{
    /// <summary>Brings the database's schema up to date and builds the web application, not yet started.</summary>
    public static async Task<WebApplication> Build(
        Settings settings, CancellationToken cancel, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "centrala" });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Listen, settings.Port));
        var database = new Database.Database(settings.ConnectionString);
        await Migrations.Apply(database, Modules.All, cancel);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Time).AddSingleton(database);
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
        builder.Services.AddExceptionHandler<FailureAnswer>();
        foreach (var module in Modules.All) module.AddServices(builder.Services, builder.Configuration);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusAnswer.Write);
        app.UseWebSockets();
        app.UseRouting();
        foreach (var module in Modules.All) module.UseMiddleware(app);
        app.UseMiddleware<PermissionGate>();
        foreach (var module in Modules.All) module.MapRoutes(app);
        return app;
    }
}
