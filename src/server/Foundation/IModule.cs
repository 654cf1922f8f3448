namespace Centrala.Server.Foundation;

/// <summary>
/// A part of the program: one folder, one implementation, one line in <c>Host/Modules.cs</c>. The SQL of the folder
/// (<c>001-….sql</c>, in order) is applied at start under the folder's name.
/// </summary>
public interface IModule
{
    /// <summary>The folder's name.</summary>
    string Name => GetType().Namespace!.Split('.')[^1];

    void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Runs between routing and the permission gate: what finds out who asks, or limits how often.</summary>
    void UseMiddleware(IApplicationBuilder app) { }

    void MapRoutes(IEndpointRouteBuilder routes) { }
}
